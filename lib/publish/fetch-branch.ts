import { readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { GitError, git, gitLine } from './run-git'

/** What one fetch may write and how long it may take. */
const defaultLimits = { fileBytes: 1024 ** 3, seconds: 60 }
const ref = 'refs/copydesk/fetched'

/**
 * Fetches the checked-out branch from its remote and gives its commit. Takes no tags, no other branches and no submodules;
 * ends after a minute, or with a pack of more than 1 GB. Throws a GitError.
 */
export async function fetchBranch(root: string, limits = defaultLimits): Promise<string> {
  const branch = await gitLine(root, 'rev-parse', '--symbolic-full-name', 'HEAD')
  if (!branch.startsWith('refs/heads/'))
    throw new GitError(
      'publish: no branch is checked out. Run "git checkout main" (or the branch to publish).',
    )
  const start = Date.now()
  const options = [
    '--quiet',
    '--no-tags',
    '--no-recurse-submodules',
    '--no-write-fetch-head',
    '--no-auto-maintenance',
  ]
  try {
    await git(root, ['fetch', ...options, '--', 'origin', `+${branch}:${ref}`], limits)
  } catch (error) {
    await removePartialPacks(root, start)
    throw error
  }
  // In a process of its own that goes on by itself: the limit on files above is not for git's tidying.
  git(root, ['gc', '--auto', '--quiet']).catch(() => undefined)
  return gitLine(root, 'rev-parse', '--verify', `${ref}^{commit}`)
}

/** What a fetch that was ended had written so far; git itself would keep it for two weeks. */
async function removePartialPacks(root: string, since: number): Promise<void> {
  const folder = resolve(root, await gitLine(root, 'rev-parse', '--git-path', 'objects/pack'))
  for (const name of readdirSync(folder).filter((name) => name.startsWith('tmp_'))) {
    const file = join(folder, name)
    if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since) rmSync(file, { force: true })
  }
}
