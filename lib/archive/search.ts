import type { Summary } from '@/lib/content/story'
import type { Archive } from './reader'
import { toMatch } from './search-query'

/** A part of the text around a find, in pieces; those that were looked for are highlighted. */
export type Piece = { text: string; highlighted: boolean }
export type Hit = { post: Summary; snippet: Piece[] }
export type Found = { hits: Hit[]; total: number }

// Posts alone are in the index, no drafts. The few that are scheduled are taken out.
const scheduled = 'SELECT id FROM posts WHERE draft = 0 AND at > ?'

const total = `SELECT count(*) AS count FROM search WHERE search MATCH ? AND rowid NOT IN (${scheduled})`

/** Ranking costs some microseconds a post, so that a word which is in all of 100,000 would take a quarter of a second. */
const mostRanked = 20_000

// Posts are numbered as they come, so this is about the time of the last one that is worth ranking.
const oldest = `SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ${mostRanked}`

// Not "ORDER BY rank": FTS5 would rank them all, whatever else is asked of the row. The weights are those of schema.ts.
const best = `
SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? AND rowid NOT IN (${scheduled})
ORDER BY bm25(search, 10.0, 4.0, 1.0) LIMIT ? OFFSET ?`

// Apart, because a sorted query cuts a snippet from every row before it takes the first. The plus keeps it one walk.
const details = `
SELECT p.id, p.summary, snippet(search, 2, char(2), char(3), '…', 28) AS snippet
FROM search JOIN posts p ON p.id = search.rowid
WHERE search MATCH ? AND search.rowid >= ? AND +search.rowid IN (SELECT value FROM json_each(?))`

/**
 * Published posts with all of the words, the best first: a word counts most in the title, then in the description.
 * Any input is a query; one without a word finds nothing. Words are found by their stem and without regard to accents.
 * Of more than 20,000 finds the older ones are counted and not shown.
 */
export function search(archive: Archive, now: number, query: string, limit: number, offset = 0): Found {
  const match = toMatch(query)
  if (!match) return { hits: [], total: 0 }
  const db = archive.connection()
  const count = db.one<{ count: number }>(total, match, now)?.count ?? 0
  const after = count > mostRanked ? (db.one<{ rowid: number }>(oldest, match)?.rowid ?? 0) : 0
  const page = [Math.max(0, limit), Math.max(0, offset)]
  const ids = count
    ? db.all<{ rowid: number }>(best, match, after, now, ...page).map(({ rowid }) => rowid)
    : []
  if (ids.length === 0) return { hits: [], total: count }
  type Row = { id: number; summary: string; snippet: string }
  const rows = db.all<Row>(details, match, Math.min(...ids), JSON.stringify(ids))
  const hits = rows
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ summary, snippet }): Hit => ({ post: JSON.parse(summary), snippet: toPieces(snippet) }))
  return { hits, total: count }
}

/** The marks are control characters, which no post may contain. */
function toPieces(snippet: string): Piece[] {
  const [start = '', ...rest] = snippet.split('\u0002')
  const pieces = rest.flatMap((part) => {
    const [inside = '', after = ''] = part.split('\u0003')
    return [
      { text: inside, highlighted: true },
      { text: after, highlighted: false },
    ]
  })
  return [{ text: start, highlighted: false }, ...pieces].filter(({ text }) => text !== '')
}
