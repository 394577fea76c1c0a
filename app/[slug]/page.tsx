import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { Missing } from '@/app/missing'
import { Article } from '@/components/article'
import { preloadLeadPicture } from '@/components/lead-picture'
import { Masthead } from '@/components/masthead'
import { ProblemList } from '@/components/problem-list'
import { StandingPage } from '@/components/standing-page'
import { Still } from '@/components/still'
import { StructuredData } from '@/components/structured-data'
import { UnpublishedNotice } from '@/components/unpublished-notice'
import type { Problem } from '@/lib/content/problem'
import { article, newestSlugs, whatBecameOf } from '@/lib/posts/article'
import { problemsAt } from '@/lib/posts/problems-at'
import { articleHead } from '@/lib/syndication/head'
import { articleGraph, serializeJsonLd } from '@/lib/syndication/json-ld'
import { articlePath } from '@/lib/urls'
import { words } from '@/lib/words'

export const ensureStatic = 'navigation'

export async function generateStaticParams() {
  return (await newestSlugs()).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: PageProps<'/[slug]'>): Promise<Metadata> {
  const { slug } = await params
  const found = await article(slug)
  if (found) return articleHead(found)
  const instead = await whatBecameOf(`/${slug}`)
  return instead && 'gone' in instead ? { title: words.gone.title } : {}
}

export default async function ArticlePage({ params }: PageProps<'/[slug]'>) {
  const { slug } = await params
  const problems = await problemsAt(slug)
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return <HeldBack errors={errors} />
  const found = await article(slug)
  if (!found) return <Elsewhere slug={slug} />
  preloadLeadPicture(found.story)
  return (
    <>
      <Masthead section={found.story.categories[0]?.slug} />
      <UnpublishedNotice {...found} />
      {problems.length > 0 ? <Remarks problems={problems} /> : null}
      <Still id={slug}>
        {found.story.layout === 'page' ? <StandingPage {...found} /> : <Article {...found} />}
        <StructuredData json={serializeJsonLd(articleGraph(found))} />
      </Still>
    </>
  )
}

/** An old address, one that was given up, or nothing. */
async function Elsewhere({ slug }: { slug: string }) {
  const found = await whatBecameOf(`/${slug}`)
  if (found && 'movedTo' in found) permanentRedirect(articlePath(found.movedTo))
  return <Missing gone={found?.gone} />
}

/** In development, a post with errors shows them in place of its page. */
function HeldBack({ errors }: { errors: Problem[] }) {
  return (
    <>
      <Masthead />
      <main id="content" className="wrap py-10">
        <ProblemList problems={errors} />
      </main>
    </>
  )
}

/** In development, over the page: what readers would miss of what the author wrote. */
function Remarks({ problems }: { problems: Problem[] }) {
  return (
    <aside className="wrap py-4">
      <ProblemList of="remarks" problems={problems} />
    </aside>
  )
}
