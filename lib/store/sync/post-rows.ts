import type { Post, Term } from '@/lib/content/post'
import type { Connection } from '../database'
import { isListed, type PostTokens, tokenizePost } from '../search/document-tokens'
import { directSearchRows, type SearchRows } from '../search/search-rows'
import { crossFileFields } from './cross-file-row'

const insert = `
INSERT INTO posts (id, path, slug, layout, draft, featured, at, changed, month, summary)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/**
 * Stores a post in place of the one from the same file. Each statement writes one row of one table and no more:
 * others (an upsert, INSERT … SELECT) set a savepoint, at which FTS5 writes out what it has gathered, 0.4 ms a post. `terms` are those of the
 * post, where they are made already, and go to `rows`; `isNew` where there is none of the file.
 */
export function putPost(
  db: Connection,
  post: Post,
  {
    terms,
    isNew = false,
    rows = directSearchRows(db),
  }: { terms?: PostTokens; isNew?: boolean; rows?: SearchRows } = {},
): void {
  const { body, bodyLine, ...summary } = post
  const at = Date.parse(post.published)
  const id = db.run(
    insert,
    ...[
      isNew ? null : removePost(db, post.path),
      post.path,
      post.slug,
      post.layout,
      Number(post.draft),
      Number(post.featured),
    ],
    // Dates carry the publication's offset, so the first letters are the month there.
    ...[at, Date.parse(post.updated ?? post.published), post.published.slice(0, 7), JSON.stringify(summary)],
  )
  db.run('INSERT INTO bodies (post, body, line) VALUES (?, ?, ?)', id, body, bodyLine)
  db.run('INSERT INTO facts (post, facts) VALUES (?, ?)', id, JSON.stringify(crossFileFields(post)))
  for (const alias of new Set(post.aliases)) {
    db.run('INSERT INTO aliases (alias, post) VALUES (?, ?)', alias, id)
  }
  if (!isListed(post)) return
  rows.put(id, terms ?? tokenizePost(post))
  putInLists(db, id, at, post)
}

function putInLists(db: Connection, id: number, at: number, post: Post) {
  for (const { kind, term, name } of termsOf(post)) {
    db.run(
      'INSERT OR IGNORE INTO post_terms (kind, term, at, slug, post, name) VALUES (?, ?, ?, ?, ?, ?)',
      ...[kind, term, at, post.slug, id, name],
    )
  }
  for (const [position, { date }] of post.corrections.entries()) {
    db.run('INSERT INTO corrections (at, post, position) VALUES (?, ?, ?)', Date.parse(date), id, position)
  }
}

export type ListKind = 'category' | 'tag' | 'author' | 'series'

function termsOf({ categories, tags, authors, series }: Post) {
  const of = (kind: ListKind, terms: Term[]) => terms.map(({ slug, name }) => ({ kind, term: slug, name }))
  return [
    ...of('category', categories),
    ...of('tag', tags),
    ...authors.map((id) => ({ kind: 'author', term: id, name: id })),
    ...of('series', series ? [series] : []),
  ]
}

/** Removes the post of a file from every table. Gives the id it had, so that its next version can have it again. */
export function removePost(db: Connection, path: string): number | null {
  const row = db.one<{ id: number }>('SELECT id FROM posts WHERE path = ?', path)
  if (!row) return null
  for (const table of ['bodies', 'facts', 'aliases', 'post_terms', 'corrections']) {
    db.run(`DELETE FROM ${table} WHERE post = ?`, row.id)
  }
  db.run('DELETE FROM search WHERE rowid = ?', row.id)
  db.run('DELETE FROM posts WHERE id = ?', row.id)
  return row.id
}

/** The stored post of a file, in any state. */
export function postByPath(db: Connection, path: string): Post | undefined {
  return rowToPost(db.one<PostRow>(`${postColumns} WHERE p.path = ?`, path))
}

export type PostRow = { summary: string; body: string; line: number }
export const postColumns = 'SELECT p.summary, b.body, b.line FROM posts p JOIN bodies b ON b.post = p.id'

/** Rows are JSON that putPost wrote from a Post, and schema.ts counts the releases that wrote it. */
export function rowToPost(row: PostRow | undefined): Post | undefined {
  return row && { ...JSON.parse(row.summary), body: row.body, bodyLine: row.line }
}
