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
    return stdout.trim()
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new GitError(`git ${args[0]}: ${said || error}`, { cause: error })
  }
}

export const head = (root: string) => git(root, 'rev-parse', 'HEAD')
export const branch = (root: string) => git(root, 'rev-parse', '--abbrev-ref', 'HEAD')

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
