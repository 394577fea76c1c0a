import type { PostIndex } from '../reader'

/** Published posts as sitemaps want them: oldest first, so that a new one changes only the last part. */

const published = "draft = 0 AND layout = 'post' AND at <= ?"

const rows = `
SELECT slug, changed, summary ->> '$.canonical' AS canonical, summary ->> '$.image.src' AS picture
FROM posts WHERE ${published} ORDER BY at, slug LIMIT ? OFFSET ?`

/** So many of them; `changed` in milliseconds. */
export function listSitemapEntries(store: PostIndex, now: number, limit: number, offset: number) {
  type Row = { slug: string; changed: number; canonical: string | null; picture: string | null }
  return store
    .connection()
    .all<Row>(rows, now, limit, offset)
    .map(({ slug, changed, canonical, picture }) => ({
      ...{ slug, changed },
      ...(canonical === null ? {} : { canonical }),
      ...(picture === null ? {} : { picture }),
    }))
}

const newest = `
SELECT max(changed) AS changed FROM
(SELECT changed FROM posts WHERE ${published} ORDER BY at, slug LIMIT ? OFFSET ?)`

/** When something among so many of them changed last; undefined when there are none. */
export function lastChange(store: PostIndex, now: number, limit: number, offset: number): number | undefined {
  return store.connection().one<{ changed: number | null }>(newest, now, limit, offset)?.changed ?? undefined
}
