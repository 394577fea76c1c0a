import { changedAt } from '../feeds/feed'
import { maxNews, newsWindow, writeNewsSitemap } from '../feeds/news-sitemap'
import {
  type SitemapPage,
  toSitemapPages,
  urlsPerPart,
  writeSitemapIndex,
  writeSitemapPart,
} from '../feeds/sitemap'
import { listsTag } from '../store/changed-tags'
import * as lists from '../store/queries/lists'
import * as one from '../store/queries/posts'
import * as addresses from '../store/queries/sitemap-entries'
import * as terms from '../store/queries/terms'
import type { PostIndex } from '../store/reader'
import { archivePath, authorPath, categoryPath, correctionsPath, feedsPath, homePath, tagPath } from '../urls'
import { type CachedText, toCachedText } from './http-response'
import { cacheMissingList, cacheUntilNextChange } from './lifetimes'
import { openIndex } from './open-index'

/** What SQLite takes for none. */
const noLimit = -1

// In UTC: a clock in the publication's zone would take longer than the rest.
const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString())

/** The index: part 0 are the lists and standing pages, then come the posts, the oldest first. */
export async function getSitemapIndex(): Promise<CachedText> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  cacheUntilNextChange(index, now)
  const parts = Math.ceil(lists.countLatest(index, now) / urlsPerPart)
  const changes = Array.from({ length: parts }, (_, part) =>
    addresses.lastChange(index, now, urlsPerPart, part * urlsPerPart),
  )
  const all = [addresses.lastChange(index, now, noLimit, 0), ...changes]
  return toCachedText(writeSitemapIndex(all.map((at) => ({ lastmod: iso(at) }))), now)
}

/** A part of it; undefined when there is none of that number. */
export async function getSitemapPart(part: number): Promise<CachedText | undefined> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const pages = part === 0 ? listPages(index, now) : postPages(index, now, part)
  if (pages.length === 0) {
    cacheMissingList(index, listsTag)
    return undefined
  }
  cacheUntilNextChange(index, now)
  return toCachedText(writeSitemapPart(pages), now)
}

function postPages(index: PostIndex, now: number, part: number): SitemapPage[] {
  const posts = addresses.listSitemapEntries(index, now, urlsPerPart, (part - 1) * urlsPerPart)
  return toSitemapPages(posts.map((post) => ({ ...post, changed: iso(post.changed) })))
}

/** The lists with most stories first, should there ever be more than fit. */
function listPages(index: PostIndex, now: number): SitemapPage[] {
  const newest = addresses.lastChange(index, now, noLimit, 0)
  const pages = one.listPages(index, now).map((page) => ({ ...page, changed: changedAt(page) }))
  const tags = terms.listTags(index, now).sort((a, b) => b.count - a.count)
  return [
    { path: homePath(), lastmod: iso(newest) },
    ...toSitemapPages(pages),
    ...terms.listCategories(index, now).map(({ slug }) => ({ path: categoryPath(slug) })),
    { path: archivePath() },
    { path: correctionsPath() },
    { path: feedsPath() },
    ...terms.listAuthors(index, now).map(({ id }) => ({ path: authorPath(id) })),
    ...tags.map(({ slug }) => ({ path: tagPath(slug) })),
  ].slice(0, urlsPerPart)
}

/** What came out in the last two days. */
export async function getNewsSitemap(): Promise<CachedText> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const stories = lists.listSince(index, now, now - newsWindow, maxNews)
  const oldest = stories.at(-1)
  cacheUntilNextChange(index, now, oldest && Date.parse(oldest.published) + newsWindow)
  return toCachedText(writeNewsSitemap(stories, now), now)
}
