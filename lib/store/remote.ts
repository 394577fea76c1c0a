import { type Connection, connect, StoreError } from './database'
import type { PostIndex } from './reader'
import { schemaVersion } from './schema'

/**
 * The index on a libSQL server (`libsql://…`, `https://…`), to be asked and never written: for archives that are too large
 * to be part of a deployment. Each question waits for the server, and nothing else runs in the process meanwhile.
 */
export function openRemoteStore(url: string, token: string): PostIndex {
  let current: Connection | undefined
  return {
    path: url,
    connection() {
      current ??= open(url, token)
      return current
    },
    close() {
      current?.close()
      current = undefined
    },
  }
}

function open(url: string, token: string): Connection {
  const connection = connect(url, 0, token)
  const found = connection.one<{ user_version: number }>('PRAGMA user_version')?.user_version
  if (found === schemaVersion) return connection
  connection.close()
  throw new StoreError(
    `${url} holds the index of another release (${found}, not ${schemaVersion}). Put up .content/index.db of this one.`,
  )
}
