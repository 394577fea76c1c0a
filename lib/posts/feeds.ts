import * as lists from '../archive/lists'
import * as one from '../archive/one-post'
import * as state from '../archive/state'
import * as terms from '../archive/terms'
import { renderHtml } from '../mdx/render'
import { type Entry, newestChange } from '../syndication/feed'
import { articlePages, type SitemapPage } from '../syndication/sitemap'
import { archivePath, authorPath, categoryPath, feedPath, homePath, tagPath } from '../urls'
import { ask, authorsOf, factsOf } from './ask'
import { untilNextChange } from './lifetimes'

/** The newest stories with their whole text, for a feed. */
export async function newestEntries(limit = 30) {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  untilNextChange(index, now)
  const entries: Entry[] = []
  for (const { slug } of lists.latest(index, now, limit)) {
    const post = one.postBySlug(index, now, slug)
    if (!post) continue
    const html = await renderHtml(post, factsOf(index, now))
    const picture = post.image && state.picture(index, post.image.src)
    entries.push({ post, authors: authorsOf(index, post), html, picture })
  }
  const updated = newestChange(entries.map(({ post }) => post)) ?? '1970-01-01T00:00:00Z'
  return { path: feedPath(), homePath: homePath(), updated, entries }
}

/** Every public address, for the sitemap: stories and standing pages, then lists. */
export async function allPages(): Promise<SitemapPage[]> {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  untilNextChange(index, now)
  const posts = lists.latest(index, now, lists.countLatest(index, now))
  return [
    { path: homePath(), lastmod: newestChange(posts) },
    ...articlePages([...posts, ...one.pages(index, now)]),
    ...terms.categories(index, now).map(({ slug }) => ({ path: categoryPath(slug) })),
    ...terms.authors(index, now).map(({ id }) => ({ path: authorPath(id) })),
    ...terms.tags(index, now).map(({ slug }) => ({ path: tagPath(slug) })),
    { path: archivePath() },
  ]
}
