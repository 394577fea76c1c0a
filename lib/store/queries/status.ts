import { parseFileName } from '@/lib/content/file-name'
import type { Correction } from '@/lib/content/post'
import { byPosition, type Problem } from '@/lib/content/problem'
import type { Summary } from '@/lib/content/summary'
import type { PostIndex } from '../reader'
import { pictureRow } from '../sync/picture-rows'
import { storedProblems } from '../sync/problem-rows'

/** A picture under public/, by its path from the site's root. */
export const findPicture = (store: PostIndex, src: string) => pictureRow(store.connection(), src)

/** When the next scheduled post, page or correction becomes public, in milliseconds since 1970. */
export function nextScheduled(store: PostIndex, now: number): number | undefined {
  const db = store.connection()
  const post = 'SELECT at FROM posts WHERE draft = 0 AND at > ? ORDER BY at LIMIT 1'
  const correction = 'SELECT at FROM corrections WHERE at > ? ORDER BY at LIMIT 1'
  const next = [post, correction].flatMap((sql) => db.one<{ at: number }>(sql, now)?.at ?? [])
  return next.length > 0 ? Math.min(...next) : undefined
}

/** Everything that is known to be wrong or odd, by file and line. */
export const listProblems = (store: PostIndex): Problem[] => storedProblems(store.connection())

/**
 * The problems of one file, asked for by its path or by a slug: that of the post that is or was made from it, or, where
 * it never was a good one, that of its name.
 */
export function listProblemsOf(store: PostIndex, slugOrPath: string): Problem[] {
  const db = store.connection()
  type Path = { path: string }
  const stored = db.all<Path>('SELECT path FROM posts WHERE slug = ?', slugOrPath)
  const held = db
    .all<Path>('SELECT path FROM files WHERE good = 0')
    .filter(({ path }) => parseFileName(path).slug === slugOrPath)
  const files = new Set([slugOrPath, ...[...stored, ...held].map(({ path }) => path)])
  return [...files].flatMap((file) => storedProblems(db, file)).sort(byPosition)
}

/** A file that readers do not see, or not as it is now. `at` is when a scheduled post appears. */
export type UnpublishedFile = {
  path: string
  slug?: string
  reason: 'invalid' | 'draft' | 'scheduled'
  at?: string
}

const held = `
SELECT f.path, p.slug, 'invalid' AS reason, NULL AS summary FROM files f LEFT JOIN posts p ON p.path = f.path WHERE f.good = 0
UNION ALL SELECT path, slug, 'draft', NULL FROM posts WHERE draft = 1
UNION ALL SELECT path, slug, 'scheduled', summary FROM posts WHERE draft = 0 AND at > ?`

/** Files with an error, drafts and scheduled posts, by path. With `invalid`, a slug means that the last good version is shown. */
export function listUnpublished(store: PostIndex, now: number): UnpublishedFile[] {
  type Row = { path: string; slug: string | null; reason: UnpublishedFile['reason']; summary: string | null }
  return store
    .connection()
    .all<Row>(held, now)
    .map(({ path, slug, reason, summary }) => ({
      path,
      reason,
      ...(slug === null ? {} : { slug }),
      ...(summary === null ? {} : { at: (JSON.parse(summary) as Summary).published }),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

const corrected = `
SELECT p.summary, c.position FROM corrections c JOIN posts p ON p.id = c.post
WHERE c.at <= ? AND p.at <= ? ORDER BY c.at DESC, c.post, c.position LIMIT ? OFFSET ?`

/** Corrections of published posts, newest first. */
export function listCorrections(store: PostIndex, now: number, limit: number, offset = 0) {
  return store
    .connection()
    .all<{ summary: string; position: number }>(corrected, now, now, Math.max(0, limit), Math.max(0, offset))
    .flatMap(({ summary, position }): { post: Summary; correction: Correction; position: number }[] => {
      const post: Summary = JSON.parse(summary)
      const correction = post.corrections[position]
      return correction ? [{ post, correction, position }] : []
    })
}

export function countCorrections(store: PostIndex, now: number): number {
  const sql =
    'SELECT count(*) AS count FROM corrections c JOIN posts p ON p.id = c.post WHERE c.at <= ? AND p.at <= ?'
  return store.connection().one<{ count: number }>(sql, now, now)?.count ?? 0
}

/** For health checks: how many posts are published, and when the index was last synced. */
export function storeStatus(store: PostIndex, now: number): { published: number; synced?: string } {
  const db = store.connection()
  const sql = "SELECT count(*) AS count FROM posts WHERE draft = 0 AND layout = 'post' AND at <= ?"
  const synced = db.one<{ value: string }>("SELECT value FROM meta WHERE key = 'synced'")?.value
  return { published: db.one<{ count: number }>(sql, now)?.count ?? 0, ...(synced ? { synced } : {}) }
}

/** How many posts there are, published or not. */
export const countPosts = (store: PostIndex): number =>
  store.connection().one<{ count: number }>('SELECT count(*) AS count FROM posts')?.count ?? 0
