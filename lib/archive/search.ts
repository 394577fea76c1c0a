import type { Summary } from '@/lib/content/story'
import type { Archive } from './reader'
import { toMatch } from './search-query'

/** A part of the text around a find, in pieces; those that were looked for are highlighted. */
export type Piece = { text: string; highlighted: boolean }
export type Hit = { post: Summary; snippet: Piece[] }

// Posts alone are in the index, no drafts. The few that are scheduled are taken out.
const scheduled = 'SELECT id FROM posts WHERE draft = 0 AND at > ?'

const total = `SELECT count(*) AS count FROM search WHERE search MATCH ? AND rowid NOT IN (${scheduled})`

// The best are found first and only these get a snippet, for which their text has to be read.
const best = `
SELECT p.summary, snippet(search, 2, char(2), char(3), '…', 28) AS snippet
FROM search JOIN posts p ON p.id = search.rowid
WHERE search MATCH ? AND search.rowid NOT IN (${scheduled}) ORDER BY search.rank LIMIT ? OFFSET ?`

/**
 * Published posts with all of the words, the best first: a word counts most in the title, then in the description.
 * Any input is a query; one without a word finds nothing. Words are found by their stem and without regard to accents.
 */
export function search(archive: Archive, now: number, query: string, limit: number, offset = 0) {
  const match = toMatch(query)
  if (!match) return { hits: [], total: 0 }
  const db = archive.connection()
  const count = db.one<{ count: number }>(total, match, now)?.count ?? 0
  const rows = count
    ? db.all<{ summary: string; snippet: string }>(best, match, now, Math.max(0, limit), Math.max(0, offset))
    : []
  const hits = rows.map(
    ({ summary, snippet }): Hit => ({ post: JSON.parse(summary), snippet: toPieces(snippet) }),
  )
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
