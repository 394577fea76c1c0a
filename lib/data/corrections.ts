import { site } from '@/site.config'
import { buildCorrectionsFeed } from '../feeds/corrections-feed'
import { feedFormats } from '../feeds/feed-formats'
import { listsTag } from '../store/changed-tags'
import * as one from '../store/queries/posts'
import * as state from '../store/queries/status'
import type { PostIndex } from '../store/reader'
import { articlePath, correctionIds, type FeedFormat } from '../urls'
import { type CachedText, toCachedText } from './http-response'
import { cacheMissingList, cacheUntilNextChange } from './lifetimes'
import { openIndex } from './open-index'

/** One page of all corrections, newest first; undefined when there is no such page. The first is there even when empty. */
export async function getCorrectionsPage(page: number) {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const count = state.countCorrections(index, now)
  const pages = Math.max(1, Math.ceil(count / site.perPage))
  if (page < 1 || page > pages) {
    cacheMissingList(index, listsTag)
    return undefined
  }
  cacheUntilNextChange(index, now)
  const policy = one.pageBySlug(index, now, site.policies.corrections)
  const notes = notesOf(index, now, site.perPage, (page - 1) * site.perPage)
  return { count, page, pages, notes, policy: policy && articlePath(policy.slug) }
}

/** The newest 30 as a feed. */
export async function getCorrectionsFeed(format: FeedFormat): Promise<CachedText> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  cacheUntilNextChange(index, now)
  return toCachedText(
    feedFormats[format].write(buildCorrectionsFeed(format, notesOf(index, now, 30, 0))),
    now,
  )
}

/** Each with the place on its story's page where it stands. */
function notesOf(index: PostIndex, now: number, limit: number, offset: number) {
  return state.listCorrections(index, now, limit, offset).map(({ post, correction, position }) => ({
    ...correction,
    post,
    path: `${articlePath(post.slug)}#${correctionIds(post.corrections)[position] ?? 'corrections'}`,
  }))
}
