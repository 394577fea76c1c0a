import type { Author } from '@/lib/content/author'
import { parseFileName } from '@/lib/content/file-name'
import type { FrontPageLookups } from '@/lib/content/front-page-check'
import { site } from '@/site.config'
import type { LintedPost } from '../lint-file'

/** What the check of the front page asks, answered from what was read of the posts. */
export function createFrontLookups(
  posts: LintedPost[],
  authors: Author[],
  broken: string[],
): FrontPageLookups {
  const bySlug = new Map([
    ...posts.flatMap((post) => post.aliases.map((alias) => [alias.slice(1), post] as const)),
    ...posts.map((post) => [post.slug, post] as const),
  ])
  const slugsOf = (by: 'categories' | 'tags') => posts.flatMap((post) => post[by].map(({ slug }) => slug))
  const sections = site.sections.map(({ slug }) => slug)
  const known = {
    category: new Set([...sections, ...slugsOf('categories')]),
    tag: new Set(slugsOf('tags')),
    author: new Set(authors.map(({ id }) => id)),
  }
  return {
    post: (slug) => bySlug.get(slug),
    quarantinedFile: (slug) => broken.find((path) => parseFileName(path).slug === slug),
    slugs: () => posts.filter(({ layout }) => layout === 'post').map(({ slug }) => slug),
    termSlugs: (by) => known[by],
  }
}
