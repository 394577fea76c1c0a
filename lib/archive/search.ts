import type { Summary } from '@/lib/content/story'
import { plainText } from '@/lib/text'
import type { Archive } from './reader'
import { type Query, toQuery } from './search-query'
import { type Piece, snippetOf } from './snippet'

export type Hit = { post: Summary; snippet: Piece[] }
export type Found = { hits: Hit[]; total: number }
/** Only posts of a section, of an author, of a year. */
export type Filters = { category?: string; author?: string; year?: number }

// Posts alone are in the index, no drafts. The few that are scheduled are taken out.
const isPublic = 'rowid NOT IN (SELECT id FROM posts WHERE draft = 0 AND at > ?)'

/** Ranking costs some microseconds a post, so that a word which is in all of 100,000 would take a quarter of a second. */
const mostRanked = 20_000

/**
 * Published posts with all of the words, the best first: a word counts most in the title, then in the description, and
 * a new post counts up to twice as much as an old one. Any input is a query; one without a word finds nothing. Words are
 * found by their stem and without regard to accents. Of more than 20,000 finds the older ones are counted and not shown.
 */
export function search(
  archive: Archive,
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
  const where = `search MATCH ? AND ${isPublic}${sql}`
  const counted = `SELECT count(*) AS count FROM search WHERE ${where}`
  const count = db.one<{ count: number }>(counted, asked.match, now, ...values)?.count ?? 0
  if (count === 0) return { hits: [], total: 0 }
  // Posts are numbered as they come, so this is about the time of the last one that is worth ranking.
  const oldest = `SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ${mostRanked}`
  const after = count > mostRanked ? (db.one<{ rowid: number }>(oldest, asked.match)?.rowid ?? 0) : 0
  // Not "ORDER BY rank": FTS5 would rank them all, whatever else is asked of the row. The weights are those of schema.ts.
  const best = `
    SELECT rowid AS id FROM search WHERE ${where} AND rowid > ?
    ORDER BY bm25(search, 10.0, 4.0, 1.0) * (1 + 1 / (1 + max(0, ? - (${when})) / 31557600000.0)) LIMIT ? OFFSET ?`
  const page = [Math.max(0, limit), Math.max(0, offset)]
  const ids = db.all<{ id: number }>(best, asked.match, now, ...values, after, now, ...page)
  const hits = ids.flatMap(({ id }) => {
    const row = db.one<Row>(
      'SELECT p.summary, b.body FROM posts p JOIN bodies b ON b.post = p.id WHERE p.id = ?',
      id,
    )
    return row ? [toHit(row, asked)] : []
  })
  return { hits, total: count }
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
  return { post, snippet }
}

/** The headlines of the newest published posts in which the words are, for suggestions while somebody types. */
export function headlines(archive: Archive, now: number, query: string, limit: number): string[] {
  const asked = toQuery(query)
  if (!asked) return []
  const sql = `SELECT rowid AS id FROM search WHERE search MATCH ? AND ${isPublic} ORDER BY rowid DESC LIMIT ?`
  const db = archive.connection()
  return db.all<{ id: number }>(sql, `title : (${asked.match})`, now, limit).flatMap(({ id }) => {
    const row = db.one<{ summary: string }>('SELECT summary FROM posts WHERE id = ?', id)
    return row ? [(JSON.parse(row.summary) as Summary).title] : []
  })
}
