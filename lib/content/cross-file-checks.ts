import type { Author } from '@/lib/content/author'
import { permalinkError } from '@/lib/content/permalink'
import type { Post } from '@/lib/content/post'
import { byPosition, type Problem } from '@/lib/content/problem'
import {
  checkMisspellings,
  checkSharedSlugs,
  countTerms,
  type TermCount,
  type TermKind,
} from '@/lib/content/spelling'
import { closestMatch } from '@/lib/text'
import { reservedSlugs } from '@/lib/urls'
import { site } from '@/site.config'

/** What the checks across files need to know of a post. */
export type CrossFileFields = Pick<
  Post,
  'path' | 'slug' | 'published' | 'authors' | 'aliases' | 'related' | 'categories' | 'tags' | 'series'
>

/**
 * What only shows when all files lie side by side. Of two posts that claim one address the younger is wrong, so that a
 * new file never takes an old one's place; the message names both. About as fast as sorting the posts.
 */
export function runCrossFileChecks(posts: CrossFileFields[], authors: Author[]): Problem[] {
  const ordered = oldestFirst(posts)
  const uses = {
    category: countTerms(ordered.map((post) => ({ path: post.path, terms: post.categories }))),
    tag: countTerms(ordered.map((post) => ({ path: post.path, terms: post.tags }))),
    series: countTerms(ordered.map((post) => ({ path: post.path, terms: post.series ? [post.series] : [] }))),
  }
  return [...checkPostReferences(posts, authors), ...checkTermSpellings(uses)].sort(byPosition)
}

/** The part of it that looks at each post with those it has to do with: addresses, authors and related posts. */
export function checkPostReferences(posts: CrossFileFields[], authors: Author[]): Problem[] {
  const ordered = oldestFirst(posts)
  return [
    ...permalinkProblems(),
    ...duplicateAddresses(ordered),
    ...unknownAuthors(ordered, authors),
    ...unknownRelated(ordered),
  ].sort(byPosition)
}

/** The part that needs no posts, only how often each spelling is used: see countTerms. Warnings. */
export function checkTermSpellings({ category, tag, series }: Record<TermKind, TermCount[]>): Problem[] {
  const sections = site.sections.map(({ name }) => name)
  return [
    ...checkSharedSlugs('category', category),
    ...checkMisspellings('category', category, sections),
    ...checkSharedSlugs('tag', tag),
    ...checkSharedSlugs('series', series),
    ...checkMisspellings('series', series),
  ].sort(byPosition)
}

function oldestFirst(posts: CrossFileFields[]): CrossFileFields[] {
  return posts
    .map((post) => ({ post, at: Date.parse(post.published) }))
    .sort((a, b) => a.at - b.at || (a.post.path < b.post.path ? -1 : 1))
    .map(({ post }) => post)
}

/** They stand in the config, but whoever brings a site along reads what the check says. */
function permalinkProblems(): Problem[] {
  return site.permalinks.flatMap((pattern) => {
    const message = permalinkError(pattern)
    return message ? [{ file: 'site.config.ts', severity: 'error', rule: 'permalink', message }] : []
  })
}

function duplicateAddresses(posts: CrossFileFields[]): Problem[] {
  const slugs = new Map<string, string>()
  const aliases = new Map<string, string>()
  const problems: Problem[] = []
  for (const { slug, path } of posts) {
    const other = slugs.get(slug)
    const message = other && `"${slug}" is also the slug of ${other}. Rename one, or set slug.`
    if (message) problems.push({ file: path, severity: 'error', rule: 'slug', message })
    else slugs.set(slug, path)
    if (reservedSlugs.has(slug)) {
      const reserved = `The site itself uses the address /${slug}. Choose another slug.`
      problems.push({ file: path, severity: 'error', rule: 'slug', message: reserved })
    }
  }
  for (const post of posts) {
    for (const alias of post.aliases) {
      const owner = slugs.get(alias.slice(1))
      const shown = slugs.get(editionSlug(alias) ?? '')
      const other = aliases.get(alias)
      const say = (message: string) =>
        problems.push({ file: post.path, severity: 'error', rule: 'alias', message })
      if (owner && owner !== post.path) say(`The alias ${alias} is the address of ${owner}. Leave it out.`)
      else if (shown) say(`The alias ${alias} is another edition of ${shown}. Leave it out.`)
      else if (other && other !== post.path)
        say(`The alias ${alias} is also one of ${other}. Keep it in one of them.`)
      else aliases.set(alias, post.path)
    }
  }
  return problems
}

/** The slug of the post of which an address would be another edition: `/chips.md`, `/chips/lite`. */
export const editionSlug = (alias: string) => /^\/([^/]+?)(?:\/lite|\.md)$/.exec(alias)?.[1]

function unknownAuthors(posts: CrossFileFields[], authors: Author[]): Problem[] {
  const idOf = new Map(
    authors.flatMap(
      ({ id, name }) =>
        [
          [name, id],
          [id, id],
        ] as const,
    ),
  )
  const hints = new Map<string, string>()
  const hint = (id: string) => {
    const known = hints.get(id)
    if (known !== undefined) return known
    const close = idOf.get(closestMatch(id, idOf.keys()) ?? '')
    const made = close ? `Did you mean "${close}"?` : `Make it, or correct the name.`
    hints.set(id, made)
    return made
  }
  const ids = new Set(authors.map(({ id }) => id))
  return posts.flatMap(({ path, authors: named }) =>
    named
      .filter((id) => !ids.has(id))
      .map(
        (id): Problem => ({
          file: path,
          severity: 'error',
          rule: 'author',
          message: `There is no authors/${id}.md. ${hint(id)}`,
        }),
      ),
  )
}

function unknownRelated(posts: CrossFileFields[]): Problem[] {
  const slugs = new Set(posts.map(({ slug }) => slug))
  return posts.flatMap(({ path, related }) =>
    related
      .filter((slug) => !slugs.has(slug))
      .map((slug): Problem => {
        const message = `There is no post "${slug}", so it is not shown as related. Correct or remove it.`
        return { file: path, severity: 'warning', rule: 'related', message }
      }),
  )
}
