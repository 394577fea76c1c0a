import { setTimeout as pause } from 'node:timers/promises'
import { isBusy, StoreError } from './database'
import type { WritableStore } from './writer'

/**
 * Begins the one transaction of a sync, when no other sync is at work. Waits without holding up the process:
 * the other sync may be running in it and needs its turn to end.
 */
export async function beginSync(store: WritableStore, seconds = 120): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!tryBegin(store)) {
    if (performance.now() > end) throw new StoreError(`Another sync has held ${store.path} for ${seconds} s.`)
    await pause(20)
  }
}

function tryBegin(store: WritableStore): boolean {
  const connection = store.connection()
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
