import type { Seen, Tree } from '@/lib/store/sync/git-changes'
import { changedBetween, dirty, GitError, prefix, published } from './git'

/** More than so many, and a look at the whole disk is as quick. */
const many = 2_000

/**
 * Asks git what is checked out and, where `since` is what the last sync saw, what may differ from that: what the commits
 * changed, what is not as in the commit now, and what was not then. Undefined where git has nothing to say of this folder.
 * Where it no longer knows the old commit (rebased, shallow), everything has to be looked at. `edited` gives what is not as in
 * the commit; it may have been asked just before git brought the folder forward, which leaves those paths alone.
 */
export async function lookAtTree(
  root: string,
  since?: string,
  edited = () => dirty(root),
): Promise<Tree | undefined> {
  try {
    if ((await prefix(root)) !== '') return undefined
    const seen = { commit: await published(root), dirty: await edited() }
    if (seen.dirty.length > many) return undefined
    const paths = since && (await touched(root, JSON.parse(since), seen))
    return paths && paths.length <= many ? { ...seen, touched: { paths, since } } : seen
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}

async function touched(root: string, before: Seen, now: Seen): Promise<string[] | undefined> {
  try {
    const changed = await changedBetween(root, before.commit, now.commit)
    return [...new Set([...changed, ...now.dirty, ...before.dirty])]
  } catch (error) {
    if (error instanceof GitError) return undefined
    throw error
  }
}
