import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RefusedFile } from './classify-changes'
import { readCheckoutState } from './git-refs'
import { GitError } from './run-git'

/** What the last publication left undone. */
export type UnpublishedChanges = { commit: string; needsDeployment: string[]; refused: RefusedFile[] }

/** So many paths are named; of more, the number. */
const maxPaths = 50
const stateFile = (root: string) => join(root, '.content', 'publication.json')

/** Keeps what a deployment has to bring, for `/api/health/ready`; nothing where all was published. */
export function saveUnpublishedChanges(
  root: string,
  { commit, needsDeployment, refused }: UnpublishedChanges,
): void {
  rmSync(stateFile(root), { force: true })
  if (needsDeployment.length + refused.length === 0) return
  const told = { commit, needsDeployment: firstPaths(needsDeployment), refused: refused.slice(0, maxPaths) }
  writeFileSync(`${stateFile(root)}.new`, JSON.stringify(told))
  renameSync(`${stateFile(root)}.new`, stateFile(root))
}

/** What is still to be deployed; undefined where nothing is. */
export function readUnpublishedChanges(root: string): UnpublishedChanges | undefined {
  try {
    return JSON.parse(readFileSync(stateFile(root), 'utf8'))
  } catch {
    return undefined
  }
}

/** Forgets what was left undone, where it has been deployed since. For the build, which knows the deployment. */
export async function clearIfDeployed(root: string): Promise<void> {
  try {
    const { head, published } = await readCheckoutState(root)
    if (head === published) rmSync(stateFile(root), { force: true })
  } catch (error) {
    // No repository: nothing was published in it either.
    if (!(error instanceof GitError)) throw error
  }
}

/** The first paths of a list, and how many more there are. */
export const firstPaths = (paths: string[]) =>
  paths.length > maxPaths ? [...paths.slice(0, maxPaths), `and ${paths.length - maxPaths} more`] : paths
