import { slugify } from '@/lib/text'
import { reservedSlugs } from '@/lib/urls'
import type { ExistingFiles } from './existing-files'

type UnnamedPost = { source: string; kind: 'post' | 'page'; wanted: string; day: string; addresses: string[] }
export type PostFileName = { slug: string; path: string }

/**
 * A slug and a file for each story. Older stories choose first, so that a newer one never takes an address away and a
 * second import comes to the same names. A story that is here already, under whatever name, keeps it.
 */
export function assignFileNames(stories: UnnamedPost[], existing: ExistingFiles): Map<string, PostFileName> {
  const names = new Map<string, PostFileName>()
  const taken = new Set<string>()
  const here = stories.toSorted(byAge).map((story) => ({ story, path: existingPath(story, existing) }))
  for (const { story, path } of here) {
    const slug = path && existing.slugOf.get(path)
    if (!path || !slug || taken.has(slug)) continue
    taken.add(slug)
    names.set(story.source, { slug, path })
  }
  for (const { story } of here) {
    if (names.has(story.source)) continue
    const named = firstFree(story, (slug, path) => {
      const owner = existing.pathOf.get(slug)
      return !taken.has(slug) && !reservedSlugs.has(slug) && (owner === undefined || owner === path)
    })
    taken.add(named.slug)
    names.set(story.source, named)
  }
  return names
}

/** Oldest first; of one day, by their names. */
export const byAge = (a: { day: string; source: string }, b: { day: string; source: string }) =>
  compare(a.day, b.day) || compare(a.source, b.source)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function existingPath({ addresses: [address] }: UnnamedPost, existing: ExistingFiles): string | undefined {
  return address === undefined ? undefined : existing.pathOfAlias(address)
}

function firstFree(
  { kind, wanted, day }: UnnamedPost,
  isFree: (slug: string, path: string) => boolean,
): PostFileName {
  const base = shortened(slugify(wanted) || 'story')
  for (let count = 1; ; count++) {
    const slug = count === 1 ? base : `${base}-${count}`
    const path = kind === 'page' ? `posts/pages/${slug}.md` : `posts/${day}-${slug}.md`
    if (isFree(slug, path)) return { slug, path }
  }
}

/** A slug has at most 120 characters; whole words, and room for a number. */
const shortened = (slug: string) => (slug.length <= 110 ? slug : slug.slice(0, 110).replace(/-[^-]*$/, ''))
