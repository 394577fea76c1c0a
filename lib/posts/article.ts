import { cacheLife, cacheTag } from 'next/cache'
import { site } from '@/site.config'
import * as lists from '../archive/lists'
import { oldAddress } from '../archive/old-address'
import * as one from '../archive/one-post'
import { ask } from './ask'
import { anyList, missing, untilScheduled, withCards } from './lifetimes'
import { storyPage } from './story-page'

/**
 * A story or a standing page with everything around it; undefined when there is no such post, or not yet. In development
 * also a draft or scheduled one: its author wants to see it.
 */
export async function article(slug: string) {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  const inDevelopment = process.env.NODE_ENV === 'development'
  const post =
    one.postBySlug(index, now, slug) ??
    one.page(index, now, slug) ??
    (inDevelopment ? one.postAnyState(index, slug) : undefined)
  cacheTag(`post:${slug}`)
  if (!post) {
    untilScheduled(index, now, slug)
    return undefined
  }
  // A new story may be a day late among the related ones; those that are shown are refreshed by their tags.
  cacheLife('days')
  const cards = new Set<string>()
  const page = await storyPage(index, now, post, cards)
  const { series, related, previous, next } = page
  const shown = [previous, next, ...related, ...series].flatMap((other) =>
    other ? `post:${other.slug}` : [],
  )
  cacheTag(anyList, `around:${slug}`, ...(post.series ? [`series:${post.series.slug}`] : []), ...shown)
  withCards(index, now, cards)
  return page
}

/** The slug of the post that an old address leads to. */
export async function aliasTarget(path: string): Promise<string | undefined> {
  'use cache'
  cacheLife(missing)
  return oldAddress(await ask(), Date.now(), path)
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
