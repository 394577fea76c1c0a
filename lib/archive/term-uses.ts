import type { TermKind, Use } from '@/lib/content/spelling'
import type { Changes, Traits } from './changes'
import type { Connection } from './database'

// With min(), SQLite takes the other columns from the row that has the minimum.
const counted = `
SELECT u.kind, u.slug, u.name, u.count, p.path FROM (
  SELECT kind, term AS slug, name, count(*) AS count, min(at) AS first, post
  FROM post_terms WHERE kind IN ('category', 'tag', 'series') GROUP BY kind, term, name
) u JOIN posts p ON p.id = u.post ORDER BY u.first, p.path`

/** How often each spelling of a category, tag or series is used among the posts that are in lists; the oldest use first. */
export function usesIn(db: Connection): Record<TermKind, Use[]> {
  const rows = db.all<Use & { kind: TermKind }>(counted)
  const of = (kind: TermKind) => rows.filter((row) => row.kind === kind)
  return { category: of('category'), tag: of('tag'), series: of('series') }
}

/** Whether a post has terms now that it did not have before, or the other way round. */
export function termsDiffer({ before, after }: Changes): boolean {
  return [...after].some(([path, post]) => termsOf(before.get(path)) !== termsOf(post))
}

const termsOf = (post?: Traits) => JSON.stringify([post?.categories, post?.tags, post?.series])
