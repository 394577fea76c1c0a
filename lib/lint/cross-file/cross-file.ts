import { runCrossFileChecks } from '@/lib/content/cross-file-checks'
import type { Problem } from '@/lib/content/problem'
import { missingPostMessage } from '@/lib/render/check-references'
import type { LintedPost } from '../lint-file'
import { findLostAddresses } from './addresses'
import { findBrokenLinks } from './links'
import { findPictureProblems } from './pictures'
import { referencePlace, type SiteSnapshot } from './site-snapshot'

/** What only shows when all files lie side by side. */
export async function checkSnapshot(snapshot: SiteSnapshot): Promise<Problem[]> {
  const byPath = new Map(snapshot.posts.map((post) => [post.path, post]))
  const together = runCrossFileChecks(snapshot.posts, snapshot.authors).map((problem) =>
    withKeyPlace(problem, byPath),
  )
  return [
    ...together,
    ...findUnknownCards(snapshot),
    ...findPictureProblems(snapshot),
    ...(await findBrokenLinks(snapshot)),
    ...findLostAddresses(snapshot),
  ]
}

const keys: Record<string, string> = {
  slug: 'slug',
  alias: 'aliases',
  author: 'authors',
  category: 'categories',
  tag: 'tags',
  series: 'series',
  related: 'related',
}

/** With the line of the key the rule is about. */
function withKeyPlace(problem: Problem, posts: Map<string, LintedPost>): Problem {
  return { ...problem, ...posts.get(problem.file)?.keyPlaces[keys[problem.rule] ?? ''] }
}

/** `<Post slug="…" />` of a post that is not there. */
function findUnknownCards({ posts }: SiteSnapshot): Problem[] {
  const slugs = new Set(posts.map(({ slug }) => slug))
  return posts.flatMap((post) =>
    post.references.posts
      .filter((slug) => !slugs.has(slug))
      .map((slug): Problem => {
        const said = { severity: 'warning', rule: 'related', message: missingPostMessage(slug) } as const
        return { file: post.path, ...referencePlace(post, slug), ...said }
      }),
  )
}
