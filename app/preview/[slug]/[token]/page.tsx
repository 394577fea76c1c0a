import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Missing } from '@/app/missing'
import { Article } from '@/components/article'
import { Masthead } from '@/components/masthead'
import { StandingPage } from '@/components/standing-page'
import { UnpublishedNotice } from '@/components/unpublished-notice'
import { preview } from '@/lib/posts/unpublished'
import { articlePath } from '@/lib/urls'

export const ensureStatic = 'navigation'

// Next wants one address to try the route with; this one is nobody's.
export function generateStaticParams() {
  return [{ slug: '-', token: '-' }]
}

export const metadata: Metadata = { robots: { index: false, follow: false } }

/** The page of a draft or scheduled post as it will be, for whoever holds its token. */
export default async function PreviewPage({ params }: PageProps<'/preview/[slug]/[token]'>) {
  const { slug, token } = await params
  const found = await preview(slug, token)
  if (!found) return <Missing />
  if (found === 'public') redirect(articlePath(slug))
  return (
    <>
      <Masthead section={found.story.categories[0]?.slug} />
      <UnpublishedNotice {...found} />
      {found.story.layout === 'page' ? <StandingPage {...found} /> : <Article {...found} />}
    </>
  )
}
