import { setTimeout as pause } from 'node:timers/promises'
import { ArchiveError, isBusy } from './database'
import type { WritableArchive } from './writer'

/**
 * Begins the one transaction of a sync, when no other sync is at work. Waits without holding up the process:
 * the other sync may be running in it and needs its turn to end.
 */
export async function begin(archive: WritableArchive, seconds = 120): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!tryToBegin(archive)) {
    if (performance.now() > end)
      throw new ArchiveError(`Another sync has held ${archive.path} for ${seconds} s.`)
    await pause(20)
  }
}

function tryToBegin(archive: WritableArchive): boolean {
  const connection = archive.connection()
  if (connection.inTransaction()) return false
  try {
    connection.exec('PRAGMA busy_timeout = 0')
    connection.exec('BEGIN IMMEDIATE')
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  } finally {
    // The commit waits for readers that are in the middle of a question.
    connection.exec('PRAGMA busy_timeout = 5000')
  }
}
