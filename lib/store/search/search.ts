import type { Summary } from '@/lib/content/summary'
import { plainText } from '@/lib/text'
import type { Connection } from '../database'
import type { PostIndex } from '../reader'
import { parseQuery, type SearchQuery } from './query'
import { createSnippet, highlight, type TextPiece } from './snippet'

export type SearchHit = { post: Summary; title: TextPiece[]; snippet: TextPiece[] }
export type SearchResults = { hits: SearchHit[]; total: number }
/** Only posts of a section, of an author, of a year. */
export type SearchFilters = { category?: string; author?: string; year?: number }

// Posts alone are in the index, no drafts. The few that are scheduled are taken out.
const isPublic = 'rowid NOT IN (SELECT id FROM posts WHERE draft = 0 AND at > ?)'

/** Ranking costs some microseconds a post, and a word that is in more than these says little of any. */
const maxRanked = 5_000

/**
 * Published posts with all of the words, the best first: a word counts most in the title, then in the description, and
 * a new post counts up to twice as much as an old one. Any input is a query; one without a word finds nothing. Words are
 * found by their stem and without regard to accents. More than 5,000 finds are not ranked: those with all of the words in
 * the title come first, then the others, both in the order they were indexed, newest first.
 */
export function search(
  store: PostIndex,
  now: number,
  query: string,
  limit: number,
  offset = 0,
  filters: SearchFilters = {},
): SearchResults {
  const asked = parseQuery(query)
  if (!asked) return { hits: [], total: 0 }
  const db = store.connection()
  const { sql, values } = conditions(filters)
  const wanted: Match = {
    db,
    match: asked.match,
    where: `search MATCH ? AND ${isPublic}${sql}`,
    now,
    values,
  }
  const total = count(wanted)
  if (total === 0) return { hits: [], total }
  const page = { limit: Math.max(0, limit), offset: Math.max(0, offset) }
  const ids = total > maxRanked ? newest(wanted, page) : best(wanted, page)
  const hits = ids.flatMap(({ id }) => {
    const row = db.one<Row>(
      'SELECT p.summary, b.body FROM posts p JOIN bodies b ON b.post = p.id WHERE p.id = ?',
      id,
    )
    return row ? [toHit(row, asked)] : []
  })
  return { hits, total }
}

type Match = { db: Connection; match: string; where: string; now: number; values: string[] }
type Page = { limit: number; offset: number }

function count({ db, match, where, now, values }: Match): number {
  const sql = `SELECT count(*) AS count FROM search WHERE ${where}`
  return db.one<{ count: number }>(sql, match, now, ...values)?.count ?? 0
}

function best({ db, match, where, now, values }: Match, { limit, offset }: Page) {
  // Not "ORDER BY rank": FTS5 would rank them all, whatever else is asked of the row. The weights are those of schema.ts.
  const sql = `
    SELECT rowid AS id FROM search WHERE ${where}
    ORDER BY bm25(search, 10.0, 4.0, 1.0) * (1 + 1 / (1 + max(0, ? - (${publishedAt})) / 31557600000.0)) LIMIT ? OFFSET ?`
  return db.all<{ id: number }>(sql, match, now, ...values, now, limit, offset)
}

function newest(wanted: Match, { limit, offset }: Page) {
  const { db, where, now, values } = wanted
  const sql = `SELECT rowid AS id FROM search WHERE ${where} ORDER BY rowid DESC LIMIT ? OFFSET ?`
  const page = (match: string, limit: number, offset: number) =>
    db.all<{ id: number }>(sql, match, now, ...values, limit, offset)
  const match = `title : (${wanted.match})`
  const titled = page(match, limit, offset)
  if (titled.length === limit) return titled
  const before = titled.length > 0 ? offset + titled.length : count({ ...wanted, match })
  const others = `(${wanted.match}) NOT ${match}`
  return [...titled, ...page(others, limit - titled.length, Math.max(0, offset - before))]
}

type Row = { summary: string; body: string }

/** From an index that covers it: the rows of posts are long. */
const publishedAt =
  "SELECT at FROM posts INDEXED BY posts_when WHERE id = search.rowid AND draft = 0 AND layout = 'post'"

const inTerm = ' AND rowid IN (SELECT post FROM post_terms WHERE kind = ? AND term = ?)'
const inYear =
  " AND rowid IN (SELECT id FROM posts WHERE draft = 0 AND layout = 'post' AND month BETWEEN ? AND ?)"

function conditions({ category, author, year }: SearchFilters) {
  const parts: { sql: string; values: string[] }[] = []
  if (category) parts.push({ sql: inTerm, values: ['category', category] })
  if (author) parts.push({ sql: inTerm, values: ['author', author] })
  if (year) parts.push({ sql: inYear, values: [`${year}-01`, `${year}-12`] })
  return { sql: parts.map(({ sql }) => sql).join(''), values: parts.flatMap(({ values }) => values) }
}

/** Where nothing was found in the text itself, the description says what the post is about. */
function toHit({ summary, body }: Row, { isMatch: isFind }: SearchQuery): SearchHit {
  const post: Summary = JSON.parse(summary)
  const fallback = [{ text: post.description, highlighted: false }]
  const snippet =
    createSnippet(plainText(body), isFind) ?? createSnippet(post.description, isFind) ?? fallback
  return { post, title: highlight(post.title, isFind), snippet }
}

/** The headlines of the newest published posts in which the words are, for suggestions while somebody types. */
export function suggestHeadlines(store: PostIndex, now: number, query: string, limit: number): string[] {
  const asked = parseQuery(query)
  if (!asked) return []
  const sql = `SELECT rowid AS id FROM search WHERE search MATCH ? AND ${isPublic} ORDER BY rowid DESC LIMIT ?`
  const db = store.connection()
  return db.all<{ id: number }>(sql, `title : (${asked.match})`, now, limit).flatMap(({ id }) => {
    const row = db.one<{ summary: string }>('SELECT summary FROM posts WHERE id = ?', id)
    return row ? [(JSON.parse(row.summary) as Summary).title] : []
  })
}
