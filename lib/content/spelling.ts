import type { Problem } from '@/lib/content/problem'
import { editDistance, slugify } from '@/lib/text'

export type TermKind = 'category' | 'tag' | 'series'
type PostTerms = { path: string; terms: { slug: string; name: string }[] }
/** One spelling: how often it is used, and the first post that does. */
export type TermCount = { slug: string; name: string; count: number; path: string }

/** Spellings that share an address, like `AI` and `ai`: one warning for each but the most frequent. */
export function checkSharedSlugs(rule: TermKind, uses: TermCount[]): Problem[] {
  const bySlug = new Map<string, TermCount[]>()
  for (const use of uses) bySlug.set(use.slug, [...(bySlug.get(use.slug) ?? []), use])
  return [...bySlug.values()].flatMap((spellings) => {
    const [main, ...others] = spellings.toSorted((a, b) => b.count - a.count)
    if (!main) return []
    return others.map((use) =>
      warning(rule, use, `"${main.name}" in ${main.path} has the same address. Write it one way.`),
    )
  })
}

/** Rare terms that are a letter away from a configured one, or from one that is at least five times as frequent. */
export function checkMisspellings(
  rule: TermKind,
  uses: TermCount[],
  configured: readonly string[] = [],
): Problem[] {
  const bySlug = new Map<string, TermCount>()
  for (const use of uses) {
    const known = bySlug.get(use.slug)
    bySlug.set(use.slug, known ? { ...known, count: known.count + use.count } : use)
  }
  const wanted = new Map(configured.map((name) => [slugify(name), name]))
  const common = [...bySlug.values()].filter(({ slug, count }) => count >= 5 && !wanted.has(slug))
  const names = new Map([...common.map(({ slug, name }) => [slug, name] as const), ...wanted])
  const index = indexByDeletion(names.keys())
  return [...bySlug.values()].flatMap((use) => {
    if (wanted.has(use.slug) || !isComparable(use.slug)) return []
    const likely = (slug: string) => wanted.has(slug) || (bySlug.get(slug)?.count ?? 0) >= 5 * use.count
    const meant = similarSlugs(use.slug, index).find(
      (slug) => likely(slug) && editDistance(use.slug, slug, 2) === 1,
    )
    return meant ? [warning(rule, use, `Did you mean "${names.get(meant)}"?`)] : []
  })
}

/** How often each spelling is used, in the order of the posts. */
export function countTerms(posts: PostTerms[]): TermCount[] {
  const uses = new Map<string, TermCount>()
  for (const { path, terms } of posts) {
    for (const { slug, name } of terms) {
      const known = uses.get(name)
      if (known) known.count++
      else uses.set(name, { slug, name, count: 1, path })
    }
  }
  return [...uses.values()]
}

function warning(rule: TermKind, { path, name, count }: TermCount, hint: string): Problem {
  const where = count > 1 ? `here and in ${count - 1} more` : 'only here'
  return { file: path, severity: 'warning', rule, message: `"${name}" is written so ${where}. ${hint}` }
}

// Too short to tell a typo from another word, and gpt-3 is not a misspelled gpt-4.
const isComparable = (slug: string) => slug.length >= 4 && !/\d/.test(slug)

/** Each word under itself and under all it can be with one letter less: neighbours meet there without comparing all pairs. */
function indexByDeletion(slugs: Iterable<string>): Map<string, string[]> {
  const index = new Map<string, string[]>()
  for (const slug of slugs) {
    if (!isComparable(slug)) continue
    for (const key of deletions(slug)) {
      const here = index.get(key)
      if (here) here.push(slug)
      else index.set(key, [slug])
    }
  }
  return index
}

function similarSlugs(slug: string, index: Map<string, string[]>): string[] {
  return [...new Set([...deletions(slug)].flatMap((key) => index.get(key) ?? []))]
}

function deletions(slug: string): Set<string> {
  return new Set([slug, ...Array.from(slug, (_, at) => slug.slice(0, at) + slug.slice(at + 1))])
}
