import { newsroomPathspecs } from './newsroom-paths'
import { git } from './run-git'

/** Points at the published commit while the checkout cannot stand at it, because that needs a deployment. */
export const publishedRef = 'refs/copydesk/published'

/** And at the commit that was checked out when that was published. */
export const deployedRef = 'refs/copydesk/deployed'

/** And at the tree of what is in the checkout then: the published newsroom files without those that were refused. */
export const contentRef = 'refs/copydesk/content'

/** The commit that the checkout stands at, the one that is published in it, and what is in its files: mostly one commit. */
export type CheckoutState = { head: string; published: string; content: string }

/**
 * What is published in a checkout. After `git pull`, `git reset` or a clone that is the checked-out commit, whatever was
 * published before: another commit is checked out than at that time, or git's index has no file otherwise than that commit.
 */
export async function readCheckoutState(root: string): Promise<CheckoutState> {
  const refs = ['HEAD', publishedRef, deployedRef, contentRef]
  const [head = '', published, deployed, content] = (
    await git(root, ['rev-parse', '--revs-only', ...refs])
  ).split('\n')
  if (head === '') await git(root, ['rev-parse', '--verify', 'HEAD'])
  const deployedOnly = { head, published: head, content: head }
  if (!published || !content || published === head || deployed !== head) return deployedOnly
  const isReset = content !== (await tree(root, head)) && (await stagedPaths(root, head)).length === 0
  return isReset ? deployedOnly : { head, published, content }
}

const tree = async (root: string, commit: string) =>
  (await git(root, ['rev-parse', `${commit}^{tree}`])).trim()

/** Newsroom paths that git's index has otherwise than a commit. */
export async function stagedPaths(root: string, commit: string): Promise<string[]> {
  const options = ['--cached', '--name-only', '--no-renames', '--no-ext-diff', '-z']
  const found = await git(root, ['diff-index', ...options, commit, '--', ...newsroomPathspecs])
  return found.split('\0').filter((path) => path !== '')
}
