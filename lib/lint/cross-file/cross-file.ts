import { checkTogether } from '@/lib/content/cross-file-checks'
import type { Problem } from '@/lib/content/problem'
import { noPost } from '@/lib/render/check-references'
import type { Facts } from '../lint-file'
import { vanished } from './addresses'
import { deadLinks } from './links'
import { pictureProblems } from './pictures'
import { placeOf, type World } from './site-snapshot'

/** What only shows when all files lie side by side. */
export async function checkAcross(world: World): Promise<Problem[]> {
  const byPath = new Map(world.posts.map((post) => [post.path, post]))
  const together = checkTogether(world.posts, world.authors).map((problem) => placed(problem, byPath))
  return [
    ...together,
    ...unknownCards(world),
    ...pictureProblems(world),
    ...(await deadLinks(world)),
    ...vanished(world),
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
function placed(problem: Problem, posts: Map<string, Facts>): Problem {
  return { ...problem, ...posts.get(problem.file)?.places[keys[problem.rule] ?? ''] }
}

/** `<Post slug="…" />` of a post that is not there. */
function unknownCards({ posts }: World): Problem[] {
  const slugs = new Set(posts.map(({ slug }) => slug))
  return posts.flatMap((post) =>
    post.refers.posts
      .filter((slug) => !slugs.has(slug))
      .map((slug): Problem => {
        const said = { severity: 'warning', rule: 'related', message: noPost(slug) } as const
        return { file: post.path, ...placeOf(post, slug), ...said }
      }),
  )
}
