import { cacheLife, cacheTag } from 'next/cache'
import { addressesTag, anyListTag, listsTag, unpublishedCardTag } from '../store/changed-tags'
import * as one from '../store/queries/posts'
import * as state from '../store/queries/status'
import { freshnessStamps, singleUseStamp } from './freshness'
import type { OpenIndex } from './open-index'

/**
 * How long an answer of the data access layer is kept, and what it depends on. The index knows a version of each tag; an
 * answer counts as long as its tags have the versions it was made with (freshness.ts). Lifetimes are finite besides: a day at
 * most, and a minute for what is not there (`expire` may not be below five on a static page). What is over its time is made
 * anew before it is shown, never behind a reader's back: Next renders that with an answer already sent, and loses its headers.
 *
 * | answer | lifetime | tag |
 * |---|---|---|
 * | a post | a day: the stories around it move | `post:<slug>` |
 * | the list of a term, an author or a month, its feeds | until the next scheduled post, a day at most | `category:<slug>` … |
 * | what shows all stories: front, site's feeds, sitemaps | the same | `lists` |
 * | the news sitemap | … or until its oldest story is two days old | `lists` |
 * | a scheduled post | until its time, a minute at most | `post:<slug>` |
 * | a list that is not there | a minute | the one it would have |
 * | where an old address leads | a minute | `addresses` |
 * | the footer, so every page | a day | `pages` |
 *
 * Everything but the footer has a second tag besides, for what may stand anywhere: names of authors and sizes of pictures. A story has the
 * tags of those around it and of the cards in its text, and its series'; with a card of one that is not out, `awaited`.
 */
export const missingLifetime = { stale: 60, revalidate: 60, expire: 300 }
export const daySeconds = 86_400
/** Next takes no longer ones, and writes into the log about each. Some letters are left for the version. */
const longestTag = 230

/** Names what the answer being made depends on. */
export function dependOn(index: OpenIndex, ...tags: string[]) {
  dependUntil(index, Number.POSITIVE_INFINITY, tags)
}

/** The same for an answer that time makes outdated, at `until` in milliseconds since 1970, and in a day at the latest. */
function dependUntil(index: OpenIndex, until: number, tags: string[]) {
  const now = Date.now()
  // Longer names cannot exist: a slug has at most 120 characters.
  const short = tags.filter((tag) => tag.length <= longestTag)
  const all = tracksVersions()
    ? freshnessStamps(index, now, short, Math.min(until, now + daySeconds * 1000))
    : short
  // Next takes 128 tags at once and forgets the rest.
  for (let start = 0; start < all.length; start += 100) cacheTag(...all.slice(start, start + 100))
}

/** On Vercel a deployment and its index never change, and in development nothing is kept. */
const tracksVersions = () => !process.env.VERCEL && process.env.NODE_ENV !== 'development'

/**
 * A list is good until the next scheduled post changes it (or something else, `atLatest`), and a month at most.
 */
export function cacheUntilNextChange(index: OpenIndex, now: number, atLatest = Number.POSITIVE_INFINITY) {
  cacheUntilListChanges(index, now, listsTag, atLatest)
}

/** The same for a list that only some stories are in: those whose change gives its tag a new version. */
export function cacheUntilListChanges(
  index: OpenIndex,
  now: number,
  tag: string,
  atLatest = Number.POSITIVE_INFINITY,
) {
  const next = Math.min(state.nextScheduled(index, now) ?? Number.POSITIVE_INFINITY, atLatest)
  dependUntil(index, next, [tag, anyListTag])
  cacheLife(lifetimeUntil(now, next))
}

function lifetimeUntil(now: number, then: number) {
  const seconds = Math.max(1, Math.ceil((then - now) / 1000))
  return {
    stale: 60,
    revalidate: Math.min(seconds, 30 * daySeconds),
    expire: Math.min(365 * daySeconds, Math.max(300, seconds + 60)),
  }
}

/**
 * A story is made again when one changes that stands in it as a card: taken back, it must not be seen there any more. One
 * that is not out yet is not named, because tags stand in the files of the build: any story that comes may be it.
 */
export function dependOnCards(index: OpenIndex, now: number, slugs: Iterable<string>) {
  for (const slug of slugs) {
    if (one.summaryBySlug(index, now, slug)) dependOn(index, `post:${slug}`)
    else dependOnAwaitedPost(index, now, slug)
  }
}

function dependOnAwaitedPost(index: OpenIndex, now: number, slug: string) {
  const waiting = one.postInAnyState(index, slug)
  const at = waiting && !waiting.draft ? Date.parse(waiting.published) : Number.POSITIVE_INFINITY
  dependUntil(index, at, [unpublishedCardTag])
  if (at !== Number.POSITIVE_INFINITY) cacheLife(lifetimeUntil(now, at))
}

/** A list that is not there may come with any story: its tag has a new version then. */
export function cacheMissingList(index: OpenIndex, tag: string) {
  dependUntil(index, oneMinuteFromNow(), [tag])
  cacheLife(missingLifetime)
}

/** Where an address leads may change with every story that comes, goes, moves or becomes due. */
export function cacheUntilAddressesChange(index: OpenIndex, now: number) {
  const next = state.nextScheduled(index, now) ?? Number.POSITIVE_INFINITY
  dependUntil(index, Math.min(next, oneMinuteFromNow()), [addressesTag])
  cacheLife(missingLifetime)
}

/** For what the next scheduled story may stand beside. */
export function cacheUntilNextScheduled(index: OpenIndex, now: number) {
  const next = state.nextScheduled(index, now)
  if (next === undefined) return
  dependUntil(index, next, [])
  cacheLife(lifetimeUntil(now, next))
}

/** A missing slug is looked up again after a minute, a scheduled one at its time. */
export function cacheMissingPost(index: OpenIndex, now: number, slug: string) {
  const waiting = one.postInAnyState(index, slug)
  const at = waiting && !waiting.draft ? Date.parse(waiting.published) : Number.POSITIVE_INFINITY
  dependUntil(index, Math.min(at, oneMinuteFromNow()), [`post:${slug}`])
  const seconds = at === Number.POSITIVE_INFINITY ? 60 : Math.ceil((at - now) / 1000)
  cacheLife({ ...missingLifetime, revalidate: Math.max(1, Math.min(60, seconds)) })
}

/** For an answer that is made for one request and never given again, neither by itself nor as part of a page. */
export function preventReuse() {
  if (tracksVersions()) cacheTag(singleUseStamp)
  // As short as a static page may live.
  cacheLife({ ...missingLifetime, revalidate: 1 })
}

const oneMinuteFromNow = () => Date.now() + missingLifetime.revalidate * 1000
