import type { Summary } from '@/lib/content/summary'
import { plainText } from '@/lib/text'
import type { Connection } from '../database'
import type { PostIndex } from '../reader'
import { type Query, toQuery } from './query'
import { marked, type Piece, snippetOf } from './snippet'

export type Hit = { post: Summary; title: Piece[]; snippet: Piece[] }
export type Found = { hits: Hit[]; total: number }
/** Only posts of a section, of an author, of a year. */
export type Filters = { category?: string; author?: string; year?: number }

// Posts alone are in the index, no drafts. The few that are scheduled are taken out.
const isPublic = 'rowid NOT IN (SELECT id FROM posts WHERE draft = 0 AND at > ?)'

/** Ranking costs some microseconds a post, and a word that is in more than these says little of any. */
const mostRanked = 5_000

/**
 * Published posts with all of the words, the best first: a word counts most in the title, then in the description, and
 * a new post counts up to twice as much as an old one. Any input is a query; one without a word finds nothing. Words are
 * found by their stem and without regard to accents. More than 5,000 finds are not ranked: those with all of the words in
 * the title come first, then the others, both as they came to the archive, the last one first.
 */
export function search(
  archive: PostIndex,
  now: number,
  query: string,
  limit: number,
  offset = 0,
  filters: Filters = {},
): Found {
  const asked = toQuery(query)
  if (!asked) return { hits: [], total: 0 }
  const db = archive.connection()
  const { sql, values } = conditions(filters)
  const wanted: Wanted = {
    db,
    match: asked.match,
    where: `search MATCH ? AND ${isPublic}${sql}`,
    now,
    values,
  }
  const total = count(wanted)
  if (total === 0) return { hits: [], total }
  const page = { limit: Math.max(0, limit), offset: Math.max(0, offset) }
  const ids = total > mostRanked ? newest(wanted, page) : best(wanted, page)
  const hits = ids.flatMap(({ id }) => {
    const row = db.one<Row>(
      'SELECT p.summary, b.body FROM posts p JOIN bodies b ON b.post = p.id WHERE p.id = ?',
      id,
    )
    return row ? [toHit(row, asked)] : []
  })
  return { hits, total }
}

type Wanted = { db: Connection; match: string; where: string; now: number; values: string[] }
type Page = { limit: number; offset: number }

function count({ db, match, where, now, values }: Wanted): number {
  const sql = `SELECT count(*) AS count FROM search WHERE ${where}`
  return db.one<{ count: number }>(sql, match, now, ...values)?.count ?? 0
}

function best({ db, match, where, now, values }: Wanted, { limit, offset }: Page) {
  // Not "ORDER BY rank": FTS5 would rank them all, whatever else is asked of the row. The weights are those of schema.ts.
  const sql = `
    SELECT rowid AS id FROM search WHERE ${where}
    ORDER BY bm25(search, 10.0, 4.0, 1.0) * (1 + 1 / (1 + max(0, ? - (${when})) / 31557600000.0)) LIMIT ? OFFSET ?`
  return db.all<{ id: number }>(sql, match, now, ...values, now, limit, offset)
}

function newest(wanted: Wanted, { limit, offset }: Page) {
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
const when =
  "SELECT at FROM posts INDEXED BY posts_when WHERE id = search.rowid AND draft = 0 AND layout = 'post'"

const inTerm = ' AND rowid IN (SELECT post FROM post_terms WHERE kind = ? AND term = ?)'
const inYear =
  " AND rowid IN (SELECT id FROM posts WHERE draft = 0 AND layout = 'post' AND month BETWEEN ? AND ?)"

function conditions({ category, author, year }: Filters) {
  const parts: { sql: string; values: string[] }[] = []
  if (category) parts.push({ sql: inTerm, values: ['category', category] })
  if (author) parts.push({ sql: inTerm, values: ['author', author] })
  if (year) parts.push({ sql: inYear, values: [`${year}-01`, `${year}-12`] })
  return { sql: parts.map(({ sql }) => sql).join(''), values: parts.flatMap(({ values }) => values) }
}

/** Where nothing was found in the text itself, the description says what the post is about. */
function toHit({ summary, body }: Row, { isFind }: Query): Hit {
  const post: Summary = JSON.parse(summary)
  const fallback = [{ text: post.description, highlighted: false }]
  const snippet = snippetOf(plainText(body), isFind) ?? snippetOf(post.description, isFind) ?? fallback
  return { post, title: marked(post.title, isFind), snippet }
}

/** The headlines of the newest published posts in which the words are, for suggestions while somebody types. */
export function headlines(archive: PostIndex, now: number, query: string, limit: number): string[] {
  const asked = toQuery(query)
  if (!asked) return []
  const sql = `SELECT rowid AS id FROM search WHERE search MATCH ? AND ${isPublic} ORDER BY rowid DESC LIMIT ?`
  const db = archive.connection()
  return db.all<{ id: number }>(sql, `title : (${asked.match})`, now, limit).flatMap(({ id }) => {
    const row = db.one<{ summary: string }>('SELECT summary FROM posts WHERE id = ?', id)
    return row ? [(JSON.parse(row.summary) as Summary).title] : []
  })
}
