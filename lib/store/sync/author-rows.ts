import type { Author } from '@/lib/content/author'
import type { Connection } from '../database'

type Row = { author: string }
const parse = (row: Row | undefined): Author | undefined => row && JSON.parse(row.author)

/** The stored author of a file. */
export const authorByPath = (db: Connection, path: string) =>
  parse(db.one<Row>('SELECT author FROM authors WHERE path = ?', path))

/** The author with that id. */
export const authorById = (db: Connection, id: string) =>
  parse(db.one<Row>('SELECT author FROM authors WHERE id = ? ORDER BY path LIMIT 1', id))

export const storedAuthors = (db: Connection): Author[] =>
  db.all<Row>('SELECT author FROM authors ORDER BY path').flatMap((row) => parse(row) ?? [])

export function putAuthor(db: Connection, author: Author): void {
  db.run(
    'INSERT OR REPLACE INTO authors (path, id, author) VALUES (?, ?, ?)',
    ...[author.path, author.id, JSON.stringify(author)],
  )
}

export function removeAuthor(db: Connection, path: string): void {
  db.run('DELETE FROM authors WHERE path = ?', path)
}
