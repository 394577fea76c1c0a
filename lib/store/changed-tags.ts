import type { Connection } from './database'
import { listNeighbours } from './queries/posts'
import type { ChangeSet, ListingFields } from './sync/change-set'
import type { SyncReport } from './sync/sync-report'

/** Tags that stand for many answers; lib/data/lifetimes.ts says which answer has which. */
export const listsTag = 'lists'
/** Names of authors and sizes of pictures may stand on any page. */
export const anyListTag = 'any-list'
/** A card of a story that is not public yet. */
export const unpublishedCardTag = 'awaited'
/** The footer, so every page. */
export const pagesTag = 'pages'
/** Which address leads to which story, which to none, and which is gone. */
export const addressesTag = 'addresses'

type Report = Omit<SyncReport, 'problems' | 'quarantined' | 'unchanged' | 'added' | 'updated' | 'removed'>

/**
 * The cache tags of all that a sync made outdated, and of nothing else: 10,000 lists are not made again for one story. Asked
 * within the transaction, when the changes are in. `now` is in milliseconds since 1970.
 */
export function changedTags(db: Connection, now: number, changes: ChangeSet, report: Report): string[] {
  const { changed, frontChanged, authorsChanged, picturesChanged, pagesChanged, goneChanged } = report
  const isQuiet =
    changed.slugs.length + changed.authors.length + changed.pictures.length === 0 && !frontChanged
  if (isQuiet) return goneChanged ? [addressesTag] : []
  const tags = [
    ...changed.slugs.map((slug) => `post:${slug}`),
    ...neighbourTags(db, now, changed.slugs),
    ...changed.categories.map((slug) => `category:${slug}`),
    ...changed.tags.map((slug) => `tag:${slug}`),
    ...changed.authors.map((id) => `author:${id}`),
    ...changed.months.map((month) => `month:${month}`),
    ...changed.series.map((slug) => `series:${slug}`),
    ...(changed.slugs.length > 0 ? [unpublishedCardTag] : []),
    ...(authorsChanged || picturesChanged ? [anyListTag] : []),
    ...(pagesChanged ? [pagesTag] : []),
    ...(goneChanged || changesAddresses(changes) ? [addressesTag] : []),
    listsTag,
  ]
  return [...new Set(tags)]
}

/** The stories before and after each have a link to it now. Those that had one before carry its tag. */
function neighbourTags(db: Connection, now: number, slugs: string[]): string[] {
  const index = { path: '', connection: () => db, close: () => {} }
  return slugs.flatMap((slug) => {
    const { previous, next } = listNeighbours(index, now, slug)
    return [previous, next].flatMap((story) => (story ? `around:${story.slug}` : []))
  })
}

/** Whether a post came or went, or changed in what an old or new address of it depends on. */
function changesAddresses({ before, after }: ChangeSet): boolean {
  return [...after].some(([path, post]) => addressTraits(before.get(path)) !== addressTraits(post))
}

const addressTraits = (post: ListingFields | undefined) =>
  post &&
  JSON.stringify([
    ...[post.slug, post.layout, post.draft, post.published, post.aliases, post.categories],
    post.gone,
  ])
