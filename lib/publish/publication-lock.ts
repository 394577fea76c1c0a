import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, isBusy } from '@/lib/store/database'
import { GitError } from './run-git'

/**
 * Does a work that no other process may do in this checkout meanwhile: the webhook and `npm run follow` may both be at work.
 * The lock is one of SQLite's, so the system gives it back when a process is killed.
 */
export async function withPublicationLock<T>(
  root: string,
  work: () => Promise<T>,
  seconds = 180,
): Promise<T> {
  mkdirSync(join(root, '.content'), { recursive: true })
  const lock = connect(join(root, '.content', 'publishing.db'), 0)
  const end = performance.now() + seconds * 1000
  try {
    while (!tryLock(lock)) {
      if (performance.now() > end)
        throw new GitError(`publish: another process has been at it for ${seconds} s`)
      await pause(20)
    }
    return await work()
  } finally {
    lock.close()
  }
}

function tryLock(lock: ReturnType<typeof connect>): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}
