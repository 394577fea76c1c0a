import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What went wrong, in git's words. */
export class GitError extends Error {}

/** Git in a folder. Asks nobody for a password and runs no hooks; ends after a minute. */
async function git(root: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await run('git', ['-c', 'core.hooksPath=/dev/null', ...args], {
      cwd: root,
      timeout: 60_000,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
    })
    return stdout
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new GitError(`git ${args[0]}: ${said || error}`, { cause: error })
  }
}

const line = async (root: string, ...args: string[]) => (await git(root, ...args)).trim()
export const head = (root: string) => line(root, 'rev-parse', 'HEAD')
export const branch = (root: string) => line(root, 'rev-parse', '--abbrev-ref', 'HEAD')

/**
 * Brings the checked-out branch to where its remote is, fast-forward only: what somebody changed here by hand is never
 * merged and never thrown away, but said. Gives the commits before and after.
 */
export async function pull(root: string): Promise<{ before: string; after: string }> {
  const before = await head(root)
  await git(root, 'fetch', '--quiet', '--no-tags', 'origin', await branch(root))
  await git(root, 'merge', '--quiet', '--ff-only', 'FETCH_HEAD')
  return { before, after: await head(root) }
}

/** What a sync reads. */
const read = ['posts', 'authors', 'public', 'front.yml', 'previews.yml']

/** Paths that a commit has otherwise than another: changed, new or gone. Throws where one of the two is not there. */
export async function changedBetween(root: string, from: string, to: string): Promise<string[]> {
  const options = ['--name-only', '--no-renames', '--no-ext-diff', '-z']
  return split(await git(root, 'diff', ...options, from, to, '--', ...read))
}

/** Paths that are not as in the commit that is checked out, with those that git does not follow or was told to ignore. */
export async function dirty(root: string): Promise<string[]> {
  const options = ['--porcelain=v1', '--untracked-files=all', '--ignored=traditional', '--no-renames', '-z']
  const found = await git(root, '--no-optional-locks', 'status', ...options, '--', ...read)
  // Two letters and a space stand before each.
  return split(found).map((entry) => entry.slice(3))
}

/** Where in its repository the folder lies: '' at the top. */
export const prefix = (root: string) => line(root, 'rev-parse', '--show-prefix')

const split = (text: string) => text.split('\0').filter((part) => part !== '')
