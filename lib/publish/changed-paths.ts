import type { GitChanges, GitState } from '@/lib/store/sync/git-changes'
import { changedPathsBetween, GitError, listDirtyPaths, publishedCommit, repositoryPrefix } from './git'

/** More than so many, and a look at the whole disk is as quick. */
const maxPaths = 2_000

/**
 * Asks git what is checked out and, where `since` is what the last sync saw, what may differ from that: what the commits
 * changed, what is not as in the commit now, and what was not then. Undefined where git has nothing to say of this folder.
 * Where it no longer knows the old commit (rebased, shallow), everything has to be looked at. `edited` gives what is not as in
 * the commit; it may have been asked just before git brought the folder forward, which leaves those paths alone.
 */
export async function readGitChanges(
  root: string,
  since?: string,
  edited = () => listDirtyPaths(root),
): Promise<GitChanges | undefined> {
  try {
    if ((await repositoryPrefix(root)) !== '') return undefined
    const seen = { commit: await publishedCommit(root), dirty: await edited() }
    if (seen.dirty.length > maxPaths) return undefined
    const paths = since && (await touched(root, JSON.parse(since), seen))
    return paths && paths.length <= maxPaths ? { ...seen, changedPathsSince: { paths, since } } : seen
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

async function touched(root: string, before: GitState, now: GitState): Promise<string[] | undefined> {
  try {
    const changed = await changedPathsBetween(root, before.commit, now.commit)
    return [...new Set([...changed, ...now.dirty, ...before.dirty])]
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}
