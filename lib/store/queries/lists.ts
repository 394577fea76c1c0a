import type { Summary } from '@/lib/content/summary'
import type { PostIndex } from '../reader'
import type { ListKind } from '../sync/post-rows'

/**
 * Lists of published posts, newest first; of two of the same moment the slug that is later in the alphabet comes
 * first. `now` is in milliseconds since 1970. A list that nothing is in is empty.
 */

type Row = { summary: string }
const toSummaries = (rows: Row[]): Summary[] => rows.map(({ summary }) => JSON.parse(summary))

const published = "draft = 0 AND layout = 'post' AND at <= ?"
const newestFirst = 'ORDER BY at DESC, slug DESC LIMIT ? OFFSET ?'

/** All of them. */
export function listLatest(store: PostIndex, now: number, limit: number, offset = 0): Summary[] {
  const sql = `SELECT summary FROM posts WHERE ${published} ${newestFirst}`
  return toSummaries(store.connection().all<Row>(sql, now, ...window(limit, offset)))
}

/** Those that came out after a moment. */
export function listSince(store: PostIndex, now: number, moment: number, limit: number): Summary[] {
  const sql = `SELECT summary FROM posts WHERE ${published} AND at >= ? ${newestFirst}`
  return toSummaries(store.connection().all<Row>(sql, now, moment, ...window(limit, 0)))
}

/** Those that may lead the front. */
export function listFeatured(store: PostIndex, now: number, limit: number): Summary[] {
  const sql = `SELECT summary FROM posts WHERE featured = 1 AND ${published} ${newestFirst}`
  return toSummaries(store.connection().all<Row>(sql, now, ...window(limit, 0)))
}

/** Those of a month in the publication's time zone. */
export function listByMonth(
  store: PostIndex,
  now: number,
  month: Month,
  limit: number,
  offset = 0,
): Summary[] {
  const sql = `SELECT summary FROM posts WHERE month = ? AND ${published} ${newestFirst}`
  return toSummaries(store.connection().all<Row>(sql, keyOf(month), now, ...window(limit, offset)))
}

export type Month = { year: number; month: number }
const keyOf = ({ year, month }: Month) => `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`

/** Those of a category, in whichever place its author named it. */
export const listByCategory = listOf('category')
export const listByTag = listOf('tag')
export const listByAuthor = listOf('author')
export const listBySeries = listOf('series')

const ofTerm = `
SELECT p.summary FROM post_terms t JOIN posts p ON p.id = t.post
WHERE t.kind = ? AND t.term = ? AND t.at <= ? ORDER BY t.at DESC, t.slug DESC LIMIT ? OFFSET ?`

function listOf(kind: ListKind) {
  return (store: PostIndex, now: number, slug: string, limit: number, offset = 0): Summary[] =>
    toSummaries(store.connection().all<Row>(ofTerm, kind, slug, now, ...window(limit, offset)))
}

/** How many posts the list of the same name has. */
export function countLatest(store: PostIndex, now: number): number {
  return counted(store, `SELECT count(*) AS count FROM posts WHERE ${published}`, now)
}

export function countByMonth(store: PostIndex, now: number, month: Month): number {
  return counted(
    store,
    `SELECT count(*) AS count FROM posts WHERE month = ? AND ${published}`,
    keyOf(month),
    now,
  )
}

export const countByCategory = countOf('category')
export const countByTag = countOf('tag')
export const countByAuthor = countOf('author')
export const countBySeries = countOf('series')

function countOf(kind: ListKind) {
  const sql = 'SELECT count(*) AS count FROM post_terms WHERE kind = ? AND term = ? AND at <= ?'
  return (store: PostIndex, now: number, slug: string): number => counted(store, sql, kind, slug, now)
}

function counted(store: PostIndex, sql: string, ...values: (string | number)[]): number {
  return store.connection().one<{ count: number }>(sql, ...values)?.count ?? 0
}

/** SQLite takes a negative limit for none. */
const window = (limit: number, offset: number) => [Math.max(0, limit), Math.max(0, offset)]
