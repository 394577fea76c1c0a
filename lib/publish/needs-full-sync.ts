import { manyChanges } from '@/lib/store/sync/affected-files'
import type { Tree } from '@/lib/store/sync/git-changes'

/** Up to so many stories a server has the memory for anything. */
const few = 20_000

/**
 * Whether a sync would look at all files or check all stories, and there are more than fit into the memory that a server is
 * given: 600 stories pushed at once into 100,000 ended it.
 */
export function isTooMuch(posts: number, tree?: Tree): boolean {
  if (posts <= few) return false
  const paths = tree?.touched?.paths
  if (!paths) return true
  const stories = paths.filter((path) => path.startsWith('posts/'))
  // An author who comes or goes may concern any story.
  return stories.length > manyChanges || paths.some((path) => /^authors\/.+\.md$/.test(path))
}
