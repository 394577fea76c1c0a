import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { Missing } from '@/app/missing'
import NotFoundPage from '@/app/not-found'
import { Article } from '@/components/article/article'
import { StandingPage } from '@/components/article/standing-page'
import { UnpublishedNotice } from '@/components/article/unpublished-notice'
import { Masthead } from '@/components/layout/masthead'
import { preview, previewState } from '@/lib/data/unpublished'
import { articlePath } from '@/lib/urls'

/** What is shown is made for each request: whether the token still opens it is true to the second, and nobody keeps a copy. */
export const instant = false

// With none at all, Next would not render what is known before `connection` for an address, and every status would be 200. This one is
// nobody's.
export function generateStaticParams() {
  return [{ slug: '-', token: '-' }]
}

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** A page that the browser kept alive behind its back button is asked for anew; `no-store` does not reach that one everywhere. */
const askAnew = `addEventListener('pageshow',function(e){if(e.persisted)location.reload()})`

/** The page of a draft or scheduled post as it will be, for whoever holds its token. */
export default async function PreviewPage({ params }: PageProps<'/preview/[slug]/[token]'>) {
  const { slug, token } = await params
  // Only what is known before `connection` has a say in the status of the answer.
  const state = await previewState(slug, token)
  if (state === undefined) return <Missing />
  if (state === 'public') redirect(articlePath(slug))
  await connection()
  const found = await preview(slug, token)
  if (!found) return <NotFoundPage />
  return (
    <>
      <script dangerouslySetInnerHTML={{ __html: askAnew }} />
      <Masthead section={found.story.categories[0]?.slug} />
      <UnpublishedNotice {...found} />
      {found.story.layout === 'page' ? <StandingPage {...found} /> : <Article {...found} />}
    </>
  )
}
