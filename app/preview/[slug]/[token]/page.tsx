import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import NotFoundPage from '@/app/not-found'
import { Missing } from '@/app/not-found-or-gone'
import { Article } from '@/components/article/article'
import { StandingPage } from '@/components/article/standing-page'
import { UnpublishedNotice } from '@/components/article/unpublished-notice'
import { Masthead } from '@/components/layout/masthead'
import { getPreview, getPreviewState } from '@/lib/data/unpublished'
import { articlePath } from '@/lib/urls'

/** Rendered for each request: the token is checked every time, and no copy is cached. */
export const instant = false

// Without any path, Next would not run the code before `connection` per path, and every status would be 200. No post has this
// path.
export function generateStaticParams() {
  return [{ slug: '-', token: '-' }]
}

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** Reloads a page restored from the back/forward cache; `no-store` does not prevent that in every browser. */
const reloadOnRestore = `addEventListener('pageshow',function(e){if(e.persisted)location.reload()})`

/** The page of a draft or scheduled post as it will look, for anyone with its token. */
export default async function PreviewPage({ params }: PageProps<'/preview/[slug]/[token]'>) {
  const { slug, token } = await params
  // Only code before `connection` can set the status of the response.
  const state = await getPreviewState(slug, token)
  if (state === undefined) return <Missing />
  if (state === 'public') redirect(articlePath(slug))
  await connection()
  const found = await getPreview(slug, token)
  if (!found) return <NotFoundPage />
  return (
    <>
      <script dangerouslySetInnerHTML={{ __html: reloadOnRestore }} />
      <Masthead section={found.post.categories[0]?.slug} />
      <UnpublishedNotice {...found} />
      {found.post.layout === 'page' ? <StandingPage {...found} /> : <Article {...found} />}
    </>
  )
}
