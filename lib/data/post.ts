import { cacheLife } from 'next/cache'
import { site } from '@/site.config'
import { anyListTag, pagesTag } from '../store/changed-tags'
import * as lists from '../store/queries/lists'
import { resolveOldPath as findPathResolution, type PathResolution } from '../store/queries/old-path'
import * as one from '../store/queries/posts'
import {
  cacheMissingPost,
  cacheUntilAddressesChange,
  cacheUntilNextScheduled,
  dependOn,
  dependOnCards,
} from './lifetimes'
import { openIndex } from './open-index'
import { buildPostPage } from './post-page'

/**
 * A story or a standing page with everything around it; undefined when there is no such post, or not yet. In development
 * also a draft or scheduled one: its author wants to see it.
 */
export async function getPostPage(slug: string) {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const inDevelopment = process.env.NODE_ENV === 'development'
  const post =
    one.postBySlug(index, now, slug) ??
    one.pageBySlug(index, now, slug) ??
    (inDevelopment ? one.postInAnyState(index, slug) : undefined)
  if (!post) {
    cacheMissingPost(index, now, slug)
    return undefined
  }
  // A new story may be a day late among the related ones; those that are shown are refreshed by their tags.
  cacheLife('days')
  const cards = new Set<string>()
  const page = await buildPostPage(index, now, post, cards)
  const { series, related, previous, next } = page
  const shown = [previous, next, ...related, ...series].flatMap((other) =>
    other ? `post:${other.slug}` : [],
  )
  const own = [`post:${slug}`, `around:${slug}`, ...(post.series ? [`series:${post.series.slug}`] : [])]
  dependOn(index, anyListTag, ...own, ...shown)
  dependOnCards(index, now, cards)
  // The newest story has a next one as soon as one is due.
  if (!next && post.layout === 'post') cacheUntilNextScheduled(index, now)
  return page
}

/** What became of an address at which there is no post; undefined where nothing is known of it. */
export async function resolveOldPath(path: string): Promise<PathResolution | undefined> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  cacheUntilAddressesChange(index, now)
  return findPathResolution(index, now, path)
}

/** The posts that are built before anybody asks. Next wants at least one address to try the route with. */
export async function listNewestSlugs(): Promise<string[]> {
  const [index, now] = [await openIndex(), Date.now()]
  const slugs = [...lists.listLatest(index, now, site.prerender), ...one.listPages(index, now)].map(
    ({ slug }) => slug,
  )
  return slugs.length > 0 ? slugs : ['-']
}

/** The standing pages of the footer, in the order of the config, as far as they exist. */
export async function getFooterPages() {
  'use cache'
  const index = await openIndex()
  dependOn(index, pagesTag)
  cacheLife('max')
  const found = one.listPages(index, Date.now())
  return site.footerPages.flatMap((slug) => found.filter((page) => page.slug === slug))
}
