import type { Post } from '@/lib/content/post'
import type { Summary } from '@/lib/content/summary'
import { canonicalPath } from '@/lib/urls'
import type { PostIndex } from '../reader'
import { type PostRow, postColumns, rowToPost } from '../sync/post-rows'

/** A published post with its body. */
export function postBySlug(store: PostIndex, now: number, slug: string): Post | undefined {
  const sql = `${postColumns} WHERE p.slug = ? AND p.draft = 0 AND p.layout = 'post' AND p.at <= ? LIMIT 1`
  return rowToPost(store.connection().one<PostRow>(sql, slug, now))
}

/** A published post as lists know it. */
export function summaryBySlug(store: PostIndex, now: number, slug: string): Summary | undefined {
  const sql = "SELECT summary FROM posts WHERE slug = ? AND draft = 0 AND layout = 'post' AND at <= ? LIMIT 1"
  const row = store.connection().one<{ summary: string }>(sql, slug, now)
  return row && JSON.parse(row.summary)
}

/** A standing page (`layout: page`) with its body. */
export function pageBySlug(store: PostIndex, now: number, slug: string): Post | undefined {
  const sql = `${postColumns} WHERE p.slug = ? AND p.draft = 0 AND p.layout = 'page' AND p.at <= ? LIMIT 1`
  return rowToPost(store.connection().one<PostRow>(sql, slug, now))
}

/** All standing pages, by slug. */
export function listPages(store: PostIndex, now: number): Summary[] {
  const sql = "SELECT summary FROM posts WHERE draft = 0 AND layout = 'page' AND at <= ? ORDER BY slug"
  return store
    .connection()
    .all<{ summary: string }>(sql, now)
    .map(({ summary }) => JSON.parse(summary))
}

/** A post or page in any state, drafts too: for `next dev` and signed previews, for nothing else. */
export function postInAnyState(store: PostIndex, slug: string): Post | undefined {
  return rowToPost(store.connection().one<PostRow>(`${postColumns} WHERE p.slug = ? LIMIT 1`, slug))
}

const byAlias = `
SELECT p.slug FROM aliases a JOIN posts p ON p.id = a.post
WHERE a.alias = ? AND p.draft = 0 AND p.at <= ? LIMIT 1`

/** The slug of the published post or page that an old path (`/2023/03/16/chips.html`) leads to. */
export function slugByAlias(store: PostIndex, now: number, path: string): string | undefined {
  return store.connection().one<{ slug: string }>(byAlias, canonicalPath(path), now)?.slug
}

const neighbour = (compare: '<' | '>', direction: 'ASC' | 'DESC') => `
SELECT n.summary FROM posts n WHERE n.draft = 0 AND n.layout = 'post' AND n.at <= ? AND (n.at, n.slug) ${compare} (?, ?)
ORDER BY n.at ${direction}, n.slug ${direction} LIMIT 1`

/** The posts published right before and right after a published post. */
export function listNeighbours(
  store: PostIndex,
  now: number,
  slug: string,
): { previous?: Summary; next?: Summary } {
  const db = store.connection()
  const sql = "SELECT at FROM posts WHERE slug = ? AND draft = 0 AND layout = 'post' AND at <= ? LIMIT 1"
  const here = db.one<{ at: number }>(sql, slug, now)
  if (!here) return {}
  const find = (text: string): Summary | undefined => {
    const row = db.one<{ summary: string }>(text, now, here.at, slug)
    return row && JSON.parse(row.summary)
  }
  return { previous: find(neighbour('<', 'DESC')), next: find(neighbour('>', 'ASC')) }
}
