import type { Summary } from '@/lib/content/summary'
import type { PostIndex } from '../reader'
import { matchAnyWord } from '../search/query'
import { postBySlug, summaryBySlug } from './posts'

/** How many of the newest posts under each tag are looked at. */
const newestPerTerm = 40

type Found = { slug: string; at: number; score: number }

const shared = `
SELECT slug, at FROM post_terms WHERE kind = ? AND term = ? AND at <= ? ORDER BY at DESC, slug DESC LIMIT ?`

const alike = `
SELECT p.slug, p.at FROM search JOIN posts p ON p.id = search.rowid
WHERE search MATCH ? AND p.at <= ? ORDER BY search.rank LIMIT ?`

/**
 * Published posts to read next: those the author named, then those with most tags in common, then the same category,
 * then similar words in the text; the newest first where that is equal. Never the post itself.
 */
export function listRelated(store: PostIndex, now: number, slug: string, limit: number): Summary[] {
  const post = postBySlug(store, now, slug)
  if (!post) return []
  const db = store.connection()
  const found: Summary[] = []
  const taken = new Set([slug])
  const take = (candidates: Iterable<string>) => {
    for (const candidate of candidates) {
      if (found.length >= limit) return
      const summary = taken.has(candidate) ? undefined : summaryBySlug(store, now, candidate)
      taken.add(candidate)
      if (summary) found.push(summary)
    }
  }
  const under = (kind: string, term: string) =>
    db.all<{ slug: string; at: number }>(shared, kind, term, now, Math.max(newestPerTerm, limit + 1))

  take(post.related)
  if (found.length < limit) take(bySharing(post.tags.map((tag) => under('tag', tag.slug))))
  if (found.length < limit)
    take(bySharing(post.categories.map((category) => under('category', category.slug))))
  const match = found.length < limit && matchAnyWord(post.title)
  if (match) take(db.all<{ slug: string }>(alike, match, now, limit + taken.size).map((row) => row.slug))
  return found
}

/** Those that are in most of the lists first. */
function bySharing(lists: { slug: string; at: number }[][]): string[] {
  const found = new Map<string, Found>()
  for (const each of lists.flat()) {
    const score = (found.get(each.slug)?.score ?? 0) + 1
    found.set(each.slug, { ...each, score })
  }
  return [...found.values()]
    .sort((a, b) => b.score - a.score || b.at - a.at || (a.slug < b.slug ? 1 : -1))
    .map(({ slug }) => slug)
}
