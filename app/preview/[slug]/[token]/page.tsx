import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { connection } from 'next/server'
import { Article } from '@/components/article'
import { Masthead } from '@/components/masthead'
import { StandingPage } from '@/components/standing-page'
import { UnpublishedNotice } from '@/components/unpublished-notice'
import { preview } from '@/lib/posts/unpublished'
import { articlePath } from '@/lib/urls'

/** Made for each request, whole: whether the token still opens it is true to the second, and nobody keeps a copy. */
export const instant = false

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** A page that the browser kept alive behind its back button is asked for anew; `no-store` does not reach that one everywhere. */
const askAnew = `addEventListener('pageshow',function(e){if(e.persisted)location.reload()})`

/** The page of a draft or scheduled post as it will be, for whoever holds its token. */
export default async function PreviewPage({ params }: PageProps<'/preview/[slug]/[token]'>) {
  const { slug, token } = await params
  await connection()
  const found = await preview(slug, token)
  if (!found) notFound()
  if (found === 'public') redirect(articlePath(slug))
  return (
    <>
      <script dangerouslySetInnerHTML={{ __html: askAnew }} />
      <Masthead section={found.story.categories[0]?.slug} />
      <UnpublishedNotice {...found} />
      {found.story.layout === 'page' ? <StandingPage {...found} /> : <Article {...found} />}
    </>
  )
}
