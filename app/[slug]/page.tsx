import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { Missing } from '@/app/not-found-or-gone'
import { Article } from '@/components/article/article'
import { preloadLeadPicture } from '@/components/article/lead-picture'
import { ProblemList } from '@/components/article/problem-list'
import { StandingPage } from '@/components/article/standing-page'
import { UnpublishedNotice } from '@/components/article/unpublished-notice'
import { Masthead } from '@/components/layout/masthead'
import { StructuredData } from '@/components/layout/structured-data'
import { StaticMarkup } from '@/components/reader/static-markup'
import type { Problem } from '@/lib/content/problem'
import { getPostProblems } from '@/lib/data/dev-problems'
import { getPostPage, listNewestSlugs, resolveOldPath } from '@/lib/data/post'
import { postMetadata } from '@/lib/metadata/head'
import { postGraph, serializeJsonLd } from '@/lib/metadata/json-ld'
import { articlePath } from '@/lib/urls'

export const ensureStatic = 'navigation'

export async function generateStaticParams() {
  return (await listNewestSlugs()).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: PageProps<'/[slug]'>): Promise<Metadata> {
  const found = await getPostPage((await params).slug)
  return found ? postMetadata(found) : {}
}

export default async function ArticlePage({ params }: PageProps<'/[slug]'>) {
  const { slug } = await params
  const problems = await getPostProblems(slug)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return <PostErrors errors={errors} />
  const found = await getPostPage(slug)
  if (!found) return <MovedOrMissing slug={slug} />
  preloadLeadPicture(found.post)
  return (
    <>
      <Masthead section={found.post.categories[0]?.slug} />
      <UnpublishedNotice {...found} />
      {problems.length > 0 ? <PostWarnings problems={problems} /> : null}
      <StaticMarkup id={slug}>
        {found.post.layout === 'page' ? <StandingPage {...found} /> : <Article {...found} />}
        <StructuredData json={serializeJsonLd(postGraph(found))} />
      </StaticMarkup>
    </>
  )
}

/** For a slug without a post: redirects an old address, or answers 410 or 404. */
async function MovedOrMissing({ slug }: { slug: string }) {
  const found = await resolveOldPath(`/${slug}`)
  if (found && 'movedTo' in found) permanentRedirect(articlePath(found.movedTo))
  return <Missing gone={found?.gone} />
}

/** In development, the errors of a post, shown instead of its page. */
function PostErrors({ errors }: { errors: Problem[] }) {
  return (
    <>
      <Masthead />
      <main id="content" className="wrap py-10">
        <ProblemList problems={errors} />
      </main>
    </>
  )
}

/** In development, the warnings about a post, shown above its page. */
function PostWarnings({ problems }: { problems: Problem[] }) {
  return (
    <aside className="wrap py-4">
      <ProblemList of="warnings" problems={problems} />
    </aside>
  )
}
