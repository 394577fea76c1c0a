import { changedAt } from '../feeds/feed'
import { mostNews, newsSitemap, newsWindow } from '../feeds/news-sitemap'
import { articlePages, type SitemapPage, sitemapIndex, sitemapPart, urlsPerPart } from '../feeds/sitemap'
import { listsTag } from '../store/changed-tags'
import * as lists from '../store/queries/lists'
import * as one from '../store/queries/posts'
import * as addresses from '../store/queries/sitemap-entries'
import * as terms from '../store/queries/terms'
import type { PostIndex } from '../store/reader'
import { archivePath, authorPath, categoryPath, correctionsPath, feedsPath, homePath, tagPath } from '../urls'
import { type Answer, toAnswer } from './http-response'
import { untilListed, untilNextChange } from './lifetimes'
import { openIndex } from './open-index'

/** What SQLite takes for none. */
const noLimit = -1

// In UTC: a clock in the publication's zone would take longer than the rest.
const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString())

/** The index: part 0 are the lists and standing pages, then come the posts, the oldest first. */
export async function sitemap(): Promise<Answer> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  untilNextChange(index, now)
  const parts = Math.ceil(lists.countLatest(index, now) / urlsPerPart)
  const changes = Array.from({ length: parts }, (_, part) =>
    addresses.newestAmong(index, now, urlsPerPart, part * urlsPerPart),
  )
  const all = [addresses.newestAmong(index, now, noLimit, 0), ...changes]
  return toAnswer(sitemapIndex(all.map((at) => ({ lastmod: iso(at) }))), now)
}

/** A part of it; undefined when there is none of that number. */
export async function sitemapPartOf(part: number): Promise<Answer | undefined> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const pages = part === 0 ? listPages(index, now) : postPages(index, now, part)
  if (pages.length === 0) {
    untilListed(index, listsTag)
    return undefined
  }
  untilNextChange(index, now)
  return toAnswer(sitemapPart(pages), now)
}

function postPages(index: PostIndex, now: number, part: number): SitemapPage[] {
  const posts = addresses.addresses(index, now, urlsPerPart, (part - 1) * urlsPerPart)
  return articlePages(posts.map((post) => ({ ...post, changed: iso(post.changed) })))
}

/** The lists with most stories first, should there ever be more than fit. */
function listPages(index: PostIndex, now: number): SitemapPage[] {
  const newest = addresses.newestAmong(index, now, noLimit, 0)
  const pages = one.pages(index, now).map((page) => ({ ...page, changed: changedAt(page) }))
  const tags = terms.tags(index, now).sort((a, b) => b.count - a.count)
  return [
    { path: homePath(), lastmod: iso(newest) },
    ...articlePages(pages),
    ...terms.categories(index, now).map(({ slug }) => ({ path: categoryPath(slug) })),
    { path: archivePath() },
    { path: correctionsPath() },
    { path: feedsPath() },
    ...terms.authors(index, now).map(({ id }) => ({ path: authorPath(id) })),
    ...tags.map(({ slug }) => ({ path: tagPath(slug) })),
  ].slice(0, urlsPerPart)
}

/** What came out in the last two days. */
export async function latestNews(): Promise<Answer> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const stories = lists.since(index, now, now - newsWindow, mostNews)
  const oldest = stories.at(-1)
  untilNextChange(index, now, oldest && Date.parse(oldest.published) + newsWindow)
  return toAnswer(newsSitemap(stories, now), now)
}
