import { cacheLife, cacheTag } from 'next/cache'
import { site } from '@/site.config'
import * as lists from '../archive/lists'
import * as one from '../archive/one-post'
import { related } from '../archive/related'
import * as state from '../archive/state'
import type { Problem } from '../content/problem'
import { renderBody } from '../mdx/render'
import { ageOf } from './age'
import { ask, authorsOf, factsOf, toStories } from './ask'
import { missing, untilScheduled } from './lifetimes'

/** A story or a standing page with everything around it; undefined when there is no such post, or not yet. */
export async function article(slug: string) {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  const post = one.postBySlug(index, now, slug) ?? one.page(index, now, slug)
  cacheTag(`post:${slug}`)
  if (!post) {
    untilScheduled(index, now, slug)
    return undefined
  }
  // Related stories and neighbours may be a day old; the story itself is refreshed by its tag.
  cacheLife('days')
  const { body: _body, bodyLine: _bodyLine, ...summary } = post
  const { html, headings } = await renderBody(post, factsOf(index, now))
  const isStory = post.layout === 'post'
  const around = isStory ? one.neighbours(index, now, slug) : {}
  return {
    story: toStories(index, [summary])[0] ?? { ...summary, bylines: [] },
    authors: authorsOf(index, post),
    html,
    headings,
    series: post.series ? toStories(index, lists.inSeries(index, now, post.series.slug, 50)).reverse() : [],
    related: isStory ? toStories(index, related(index, now, slug, 3)) : [],
    previous: around.previous,
    next: around.next,
    yearsOld: ageOf(post, now),
  }
}

/** The slug of the post that an old address leads to. */
export async function aliasTarget(path: string): Promise<string | undefined> {
  'use cache'
  cacheLife(missing)
  return one.aliasTarget(await ask(), Date.now(), path)
}

/** The errors in a post's file, for its author and in development only. Readers go on seeing the last good version. */
export async function errorsAt(slug: string): Promise<Problem[]> {
  if (process.env.NODE_ENV !== 'development') return []
  return errorsNow(slug)
}

async function errorsNow(slug: string) {
  'use cache'
  cacheLife(missing)
  return state.problemsOf(await ask(), slug).filter(({ severity }) => severity === 'error')
}

/** The posts that are built before anybody asks. Next wants at least one address to try the route with. */
export async function newestSlugs(): Promise<string[]> {
  const [index, now] = [await ask(), Date.now()]
  const slugs = [...lists.latest(index, now, site.prerender), ...one.pages(index, now)].map(
    ({ slug }) => slug,
  )
  return slugs.length > 0 ? slugs : ['-']
}

/** The standing pages of the footer, in the order of the config, as far as they exist. */
export async function footerPages() {
  'use cache'
  cacheTag('pages')
  cacheLife('max')
  const found = one.pages(await ask(), Date.now())
  return site.footerPages.flatMap((slug) => found.filter((page) => page.slug === slug))
}
