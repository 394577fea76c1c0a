import { newsroomPathspecs } from './newsroom-paths'
import { git } from './run-git'

/** Points at the published commit while the checkout cannot stand at it, because that needs a deployment. */
export const publishedRef = 'refs/copydesk/published'

/** The commit that the checkout stands at, and the one whose newsroom files are in it: mostly the same. */
export type Stand = { head: string; published: string }

/**
 * What is published in a checkout. After `git pull`, `git reset` or a clone that is the checked-out commit, whatever was
 * published before: the files that git has noted for the next commit decide.
 */
export async function stand(root: string): Promise<Stand> {
  const [head = '', published] = (await git(root, ['rev-parse', '--revs-only', 'HEAD', publishedRef])).split(
    '\n',
  )
  if (head === '') await git(root, ['rev-parse', '--verify', 'HEAD'])
  if (!published || published === head) return { head, published: head }
  const [fromHead, fromPublished] = await Promise.all([noted(root, head), noted(root, published)])
  return { head, published: fromPublished.length <= fromHead.length ? published : head }
}

/** Newsroom paths that git's index has otherwise than a commit. */
export async function noted(root: string, commit: string): Promise<string[]> {
  const options = ['--cached', '--name-only', '--no-renames', '--no-ext-diff', '-z']
  const found = await git(root, ['diff-index', ...options, commit, '--', ...newsroomPathspecs])
  return found.split('\0').filter((path) => path !== '')
}
