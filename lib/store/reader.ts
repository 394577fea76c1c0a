import { accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Connection, connect, StoreError } from './database'
import { codeOf } from './error-code'
import { schemaVersion } from './schema'

/** The index of all posts, open to be asked. */
export type PostIndex = {
  readonly path: string
  /** The connection to ask now. Take it anew for each question: a sync may have put another file in its place. */
  connection(): Connection
  close(): void
}

/** How long a question waits while a sync commits, in milliseconds. */
const busyTimeout = 5_000

/** Opens an index to read. It sees every later sync, also one that put a new file in its place. */
export function openReader(path: string): PostIndex {
  const sealed = isOnReadOnlyDisk(path)
  let seen = fileStamp(path, sealed)
  let current = open(path, sealed)
  return {
    path,
    connection() {
      const now = fileStamp(path, sealed)
      if (now && now !== seen) {
        seen = now
        current = reopened(current, path, sealed)
      }
      return current
    },
    close: () => current.close(),
  }
}

/** Where the new file cannot be read (yet, or by this release), the one that is open goes on serving. */
function reopened(current: Connection, path: string, sealed: boolean): Connection {
  try {
    const next = open(path, sealed)
    current.close()
    return next
  } catch (error) {
    if (error instanceof StoreError) return current
    throw error
  }
}

function open(path: string, sealed: boolean): Connection {
  if (!fileStamp(path, sealed)) throw new StoreError(`There is no index at ${path}. Run "npm run sync".`)
  // Not mode=ro on an ordinary disk: a reader that comes after a killed sync must be able to roll it back.
  const connection = connect(
    `${pathToFileURL(resolve(path))}?${sealed ? 'immutable=1' : 'mode=rw'}`,
    busyTimeout,
  )
  try {
    connection.exec('PRAGMA query_only = 1')
    const found = connection.one<{ user_version: number }>('PRAGMA user_version')?.user_version
    if (found === schemaVersion) return connection
    throw new StoreError(
      `${path} was made by another release (${found}, not ${schemaVersion}). Run "npm run sync".`,
    )
  } catch (error) {
    connection.close()
    throw error
  }
}

/** A deployment's disk (Vercel) takes no lock files, and nothing changes on it. */
function isOnReadOnlyDisk(path: string): boolean {
  try {
    accessSync(dirname(resolve(path)), constants.W_OK)
    return false
  } catch (error) {
    return codeOf(error) === 'EROFS'
  }
}

/** Which file lies there. A sealed file is read without looking for changes, so its content counts, too. */
function fileStamp(path: string, sealed: boolean): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat && [stat.dev, stat.ino, ...(sealed ? [stat.mtimeMs, stat.size] : [])].join()
}
