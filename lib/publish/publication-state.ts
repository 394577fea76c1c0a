import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Refused } from './classify-changes'
import { stand } from './git-refs'
import { GitError } from './run-git'

/** What the last publication left undone. */
export type Undone = { commit: string; needsDeployment: string[]; refused: Refused[] }

/** So many paths are named; of more, the number. */
const named = 50
const place = (root: string) => join(root, '.content', 'publication.json')

/** Keeps what a deployment has to bring, for `/api/health/ready`; nothing where all was published. */
export function rememberUndone(root: string, { commit, needsDeployment, refused }: Undone): void {
  rmSync(place(root), { force: true })
  if (needsDeployment.length + refused.length === 0) return
  const told = { commit, needsDeployment: firstOf(needsDeployment), refused: refused.slice(0, named) }
  writeFileSync(`${place(root)}.new`, JSON.stringify(told))
  renameSync(`${place(root)}.new`, place(root))
}

/** What is still to be deployed; undefined where nothing is. */
export function undone(root: string): Undone | undefined {
  try {
    return JSON.parse(readFileSync(place(root), 'utf8'))
  } catch {
    return undefined
  }
}

/** Forgets what was left undone, where it has been deployed since. For the build, which knows the deployment. */
export async function forgetDeployed(root: string): Promise<void> {
  try {
    const { head, published } = await stand(root)
    if (head === published) rmSync(place(root), { force: true })
  } catch (error) {
    // No repository: nothing was published in it either.
    if (!(error instanceof GitError)) throw error
  }
}

/** The first paths of a list, and how many more there are. */
export const firstOf = (paths: string[]) =>
  paths.length > named ? [...paths.slice(0, named), `and ${paths.length - named} more`] : paths
