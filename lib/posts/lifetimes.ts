import { cacheLife, cacheTag } from 'next/cache'
import * as one from '../archive/one-post'
import type { Archive } from '../archive/reader'
import * as state from '../archive/state'

/**
 * How long an answer of the door is kept and under which tag. Lifetimes are finite throughout: a page whose refresh
 * failed must be tried again. What is not there is kept for a minute (`expire` may not be below five on a static
 * page), or Next would let proxies keep the 404 for a year.
 *
 * | answer | lifetime | tag |
 * |---|---|---|
 * | a post | a day: the stories around it move | `post:<slug>` |
 * | the list of a term, an author or a month, its feeds | until the next scheduled post, 30 days at most | `category:<slug>` … |
 * | what shows all stories: front, site's feeds, sitemaps | the same | `lists` |
 * | the news sitemap | … or until its oldest story is two days old | `lists` |
 * | a scheduled post | until its time, a minute at most | `post:<slug>` |
 * | a list that is not there | a minute | the one it would have |
 * | the footer, so every page | 30 days | `pages` |
 * | nothing | a minute | |
 *
 * Everything but the footer has a second tag besides, for what may stand anywhere: names of authors and sizes of pictures. A story has the
 * tags of those around it and of the cards in its text, and its series'; with a card of one that is not out, `awaited`.
 */
export const anyList = 'any-list'
/** What names a story that is not there, or not yet. */
export const awaited = 'awaited'
export const missing = { stale: 60, revalidate: 60, expire: 300 }
export const day = 86_400
/** Next takes no longer ones, and writes into the log about each. */
const longestTag = 256

/**
 * A list is good until the next scheduled post changes it (or something else, `atLatest`), and a month at most. Once that
 * is past, a page nobody asked for meanwhile must not be shown even once more: it expires, at the earliest Next allows.
 */
export function untilNextChange(index: Archive, now: number, atLatest = Number.POSITIVE_INFINITY) {
  untilListChanges(index, now, 'lists', atLatest)
}

/** The same for a list that only some stories are in: those whose change lets go of its tag. */
export function untilListChanges(
  index: Archive,
  now: number,
  tag: string,
  atLatest = Number.POSITIVE_INFINITY,
) {
  const next = Math.min(state.nextChange(index, now) ?? Number.POSITIVE_INFINITY, atLatest)
  cacheTag(tag, anyList)
  cacheLife(until(now, next))
}

function until(now: number, then: number) {
  const seconds = Math.max(1, Math.ceil((then - now) / 1000))
  return {
    stale: 60,
    revalidate: Math.min(seconds, 30 * day),
    expire: Math.min(365 * day, Math.max(300, seconds + 60)),
  }
}

/**
 * A story is made again when one changes that stands in it as a card: taken back, it must not be seen there any more. One
 * that is not out yet is not named, because tags stand in what is built: any story that comes may be it.
 */
export function withCards(index: Archive, now: number, slugs: Iterable<string>) {
  for (const slug of slugs) {
    if (one.publishedSummary(index, now, slug)) cacheTag(`post:${slug}`)
    else untilAwaited(index, now, slug)
  }
}

function untilAwaited(index: Archive, now: number, slug: string) {
  cacheTag(awaited)
  const waiting = one.postAnyState(index, slug)
  if (waiting && !waiting.draft) cacheLife(until(now, Date.parse(waiting.published)))
}

/** A list that is not there may come with any story: its tag is let go of then. */
export function untilListed(tag: string) {
  if (tag.length <= longestTag) cacheTag(tag)
  cacheLife(missing)
}

/** A missing slug is looked up again after a minute, a scheduled one at its time. */
export function untilScheduled(index: Archive, now: number, slug: string) {
  const waiting = one.postAnyState(index, slug)
  const seconds = waiting && !waiting.draft ? Math.ceil((Date.parse(waiting.published) - now) / 1000) : 60
  cacheLife({ ...missing, revalidate: Math.max(1, Math.min(60, seconds)) })
}
