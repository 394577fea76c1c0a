import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { errorName, log, withoutCredentials } from '@/lib/log'
import { StoreError } from '@/lib/store/database'
import { openStore } from '@/lib/store/open'

/** Whether there is an index of this release to bring up to date. */
export function hasIndex(path: string): boolean {
  try {
    openStore(path, { readonly: true }).close()
    return true
  } catch (error) {
    if (error instanceof StoreError) return false
    throw error
  }
}

/**
 * Makes an index that is gone, or brings one up to date with very much, in a process of its own: that of 100,000 stories is a
 * minute of work, and does not fit into the memory that a server is given. Where it cannot be made so, the sync that follows makes it after all.
 */
export async function rebuildIndex(root: string): Promise<void> {
  // The server's options limit the memory of a server.
  const { NODE_OPTIONS: _limits, ...env } = process.env
  try {
    await promisify(execFile)('npm', ['run', '--silent', 'sync'], { cwd: root, env, maxBuffer: 2 ** 28 })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : errorName(error)
    log('publication-failed', { source: 'sync', reason: withoutCredentials(said) })
  }
}
