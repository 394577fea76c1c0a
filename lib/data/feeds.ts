import { site } from '@/site.config'
import type { Summary } from '../content/summary'
import { type Feed, type FeedItem, newestChange } from '../feeds/feed'
import { feedFormats } from '../feeds/feed-formats'
import { describeAuthor, describeCategory, describeTag } from '../metadata/list-descriptions'
import { listsTag } from '../store/changed-tags'
import * as lists from '../store/queries/lists'
import * as state from '../store/queries/status'
import * as terms from '../store/queries/terms'
import type { PostIndex } from '../store/reader'
import { authorPath, categoryPath, type FeedFormat, feedPath, homePath, tagPath } from '../urls'
import { getBodyHtml } from './body-html'
import { type CachedText, toCachedText } from './http-response'
import { cacheMissingList, cacheUntilListChanges } from './lifetimes'
import { findAuthors, openIndex } from './open-index'

/** How many of the newest stories a feed has. */
const maxItems = 30

/** What has feeds: the site, and each of its lists. */
export type FeedSource = 'site' | 'category' | 'tag' | 'author'

/** A feed with the whole text of its newest stories; undefined when there is no such list. */
export async function getFeed(
  format: FeedFormat,
  source: FeedSource,
  slug: string,
): Promise<CachedText | undefined> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const list = sources[source](index, now, slug)
  const tag = source === 'site' ? listsTag : `${source}:${slug}`
  if (!list) {
    cacheMissingList(index, tag)
    return undefined
  }
  cacheUntilListChanges(index, now, tag)
  const { title, description, homePath, stories } = list
  const entries = await Promise.all(stories.map((story) => entryOf(index, story)))
  const made: Feed = {
    ...{ title, description, homePath, path: feedPath(format, homePath), items: entries },
    updated: newestChange(stories) ?? '1970-01-01T00:00:00Z',
  }
  return toCachedText(feedFormats[format].write(made), now)
}

type List = { title: string; description: string; homePath: string; stories: Summary[] }
type Find = (index: PostIndex, now: number, slug: string) => List | undefined

const sources: Record<FeedSource, Find> = {
  site: (index, now) => ({
    title: site.name,
    description: site.description,
    homePath: homePath(),
    stories: lists.listLatest(index, now, maxItems),
  }),
  category(index, now, slug) {
    const found =
      terms.findCategory(index, now, slug) ?? site.sections.find((section) => section.slug === slug)
    const stories = lists.listByCategory(index, now, slug, maxItems)
    return found && listOf(found.name, describeCategory(found), categoryPath(slug), stories)
  },
  tag(index, now, slug) {
    const found = terms.findTag(index, now, slug)
    const stories = lists.listByTag(index, now, slug, maxItems)
    return found && listOf(found.name, describeTag(found.name), tagPath(slug), stories)
  },
  author(index, now, slug) {
    const found = terms.findAuthor(index, slug)
    const stories = lists.listByAuthor(index, now, slug, maxItems)
    return found && listOf(found.name, describeAuthor(found), authorPath(slug), stories)
  },
}

const listOf = (name: string, description: string, homePath: string, stories: Summary[]): List => ({
  ...{ title: `${site.name}: ${name}`, description, homePath, stories },
})

async function entryOf(index: PostIndex, post: Summary): Promise<FeedItem> {
  const picture = post.image && state.findPicture(index, post.image.src)
  const html = (await getBodyHtml(post.slug)) ?? ''
  return { post, authors: findAuthors(index, post), html, picture }
}
