import { diffCommits } from '@/lib/publish/diff-commits'
import { readCheckoutState, stagedPaths } from '@/lib/publish/git-refs'
import { newsroomPathspecs } from '@/lib/publish/newsroom-paths'
import { git, gitLine } from '@/lib/publish/run-git'

export { GitError } from '@/lib/publish/run-git'

/** The commit whose newsroom files are in the checkout. */
export const publishedCommit = async (root: string) => (await readCheckoutState(root)).published

/** Paths that a commit has otherwise than another: changed, new or gone. Throws where one of the two is not there. */
export async function changedPathsBetween(root: string, from: string, to: string): Promise<string[]> {
  return (await diffCommits(root, from, to, newsroomPathspecs)).map(({ path }) => path)
}

/** Paths that are not as in the published commit, with those that git does not follow or was told to ignore. */
export async function listDirtyPaths(root: string): Promise<string[]> {
  const options = ['--porcelain=v1', '--untracked-files=all', '--ignored=traditional', '--no-renames', '-z']
  const [found, { head, published }] = await Promise.all([
    git(root, ['--no-optional-locks', 'status', ...options, '--', ...newsroomPathspecs]),
    readCheckoutState(root),
  ])
  const entries = found.split('\0').filter((entry) => entry !== '')
  // Two letters and a space stand before each: what is otherwise in git's index than in the commit, and in the file than there.
  const path = (entry: string) => entry.slice(3)
  if (head === published) return entries.map(path)
  const inFiles = entries.filter((entry) => entry[1] !== ' ').map(path)
  return [...new Set([...inFiles, ...(await stagedPaths(root, published))])]
}

/** Where in its repository the folder lies: '' at the top. */
export const repositoryPrefix = (root: string) => gitLine(root, 'rev-parse', '--show-prefix')
