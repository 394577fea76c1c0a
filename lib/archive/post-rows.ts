import type { Post } from '@/lib/content/post'
import { plainText } from '@/lib/text'
import type { Connection } from './database'
import { factsOf } from './facts'

const upsert = `
INSERT INTO posts (path, slug, layout, draft, featured, at, month, facts, summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (path) DO UPDATE SET slug = excluded.slug, layout = excluded.layout, draft = excluded.draft,
  featured = excluded.featured, at = excluded.at, month = excluded.month, facts = excluded.facts,
  summary = excluded.summary
RETURNING id`

/** Stores a post in place of the one from the same file. Gives back nothing: read it again with postAt. */
export function putPost(db: Connection, post: Post, isNew: boolean): void {
  const { body, bodyLine, ...summary } = post
  const at = Date.parse(post.published)
  const row = db.one<{ id: number }>(
    upsert,
    ...[post.path, post.slug, post.layout, Number(post.draft), Number(post.featured), at],
    // Dates carry the publication's offset, so the first letters are the month there.
    ...[post.published.slice(0, 7), JSON.stringify(factsOf(post)), JSON.stringify(summary)],
  )
  if (!row) throw new Error(`${post.path} could not be stored.`)
  if (!isNew) clearJoins(db, row.id)
  db.run('INSERT OR REPLACE INTO bodies (post, body, line) VALUES (?, ?, ?)', row.id, body, bodyLine)
  for (const alias of new Set(post.aliases)) {
    db.run('INSERT INTO aliases (alias, post) VALUES (?, ?)', alias, row.id)
  }
  if (!post.draft && post.layout === 'post') putInLists(db, row.id, at, post)
}

function putInLists(db: Connection, id: number, at: number, post: Post) {
  db.run(
    'INSERT INTO search (rowid, title, description, text) VALUES (?, ?, ?, ?)',
    ...[id, post.title, post.description, plainText(post.body)],
  )
  for (const { kind, term, name, position } of termsOf(post)) {
    db.run(
      'INSERT OR IGNORE INTO post_terms (kind, term, at, slug, post, position, name) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[kind, term, at, post.slug, id, position, name],
    )
  }
  for (const [position, { date }] of post.corrections.entries()) {
    db.run('INSERT INTO corrections (at, post, position) VALUES (?, ?, ?)', Date.parse(date), id, position)
  }
}

export type Kind = 'category' | 'tag' | 'author' | 'series'

/** Every list a post is in, in the order its author gave. */
export function termsOf(post: Pick<Post, 'categories' | 'tags' | 'authors' | 'series'>) {
  const of = (kind: Kind, terms: { slug: string; name: string }[]) =>
    terms.map(({ slug, name }, position) => ({ kind, term: slug, name, position }))
  return [
    ...of('category', post.categories),
    ...of('tag', post.tags),
    ...of(
      'author',
      post.authors.map((id) => ({ slug: id, name: id })),
    ),
    ...of('series', post.series ? [post.series] : []),
  ]
}

/** Removes the post of a file from every table. */
export function removePost(db: Connection, path: string): void {
  const row = db.one<{ id: number }>('SELECT id FROM posts WHERE path = ?', path)
  if (!row) return
  clearJoins(db, row.id)
  db.run('DELETE FROM bodies WHERE post = ?', row.id)
  db.run('DELETE FROM posts WHERE id = ?', row.id)
}

function clearJoins(db: Connection, id: number) {
  for (const table of ['aliases', 'post_terms', 'corrections'])
    db.run(`DELETE FROM ${table} WHERE post = ?`, id)
  db.run('DELETE FROM search WHERE rowid = ?', id)
}

/** The stored post of a file, in any state. */
export function postAt(db: Connection, path: string): Post | undefined {
  return toPost(db.one<PostRow>(`${postColumns} WHERE p.path = ?`, path))
}

export type PostRow = { summary: string; body: string; line: number }
export const postColumns = 'SELECT p.summary, b.body, b.line FROM posts p JOIN bodies b ON b.post = p.id'

/** Rows are JSON that putPost wrote from a Post, and schema.ts counts the releases that wrote it. */
export function toPost(row: PostRow | undefined): Post | undefined {
  return row && { ...JSON.parse(row.summary), body: row.body, bodyLine: row.line }
}
