import { maxTrackedChanges } from '@/lib/store/sync/affected-files'
import type { GitChanges } from '@/lib/store/sync/git-changes'

/** Up to so many stories a server has the memory for anything. */
const maxPostsInMemory = 20_000

/**
 * Whether a sync would look at all files or check all stories, and there are more than fit into the memory that a server is
 * given: 600 stories pushed at once into 100,000 ended it.
 */
export function needsFullSync(posts: number, tree?: GitChanges): boolean {
  if (posts <= maxPostsInMemory) return false
  const paths = tree?.changedPathsSince?.paths
  if (!paths) return true
  const stories = paths.filter((path) => path.startsWith('posts/'))
  // An author who comes or goes may concern any story.
  return stories.length > maxTrackedChanges || paths.some((path) => /^authors\/.+\.md$/.test(path))
}
