import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Connection, connect, StoreError } from './database'
import { codeOf } from './error-code'
import type { PostIndex } from './reader'
import { schemaSql, schemaVersion } from './schema'
import { setInitialVersion } from './tag-versions'

export type WritableStore = PostIndex & {
  /** Leaves the file as it is and begins an empty one beside it. */
  startNewFile(): void
  /** Ends the transaction; a file that was begun afresh takes its place. Readers see all of it or nothing. */
  commit(): void
  /** Ends the transaction, or drops the file that was begun afresh, as if nothing had happened. */
  rollback(): void
}

/** Opens an index to sync it. */
export function openWriter(path: string): WritableStore {
  mkdirSync(dirname(resolve(path)), { recursive: true })
  removeAbandoned(path)
  let beside: string | undefined
  let connection = openUsable(path)
  let inode = inodeOf(path)

  // Another process may have made the index anew meanwhile; what is written to the old file is lost.
  function current(): Connection {
    const replaced = !beside && !connection?.inTransaction() && inodeOf(path) !== inode
    if (replaced) reopen()
    return connection ?? startNewFile()
  }
  function reopen() {
    connection?.close()
    connection = openUsable(path)
    inode = inodeOf(path)
  }
  function close() {
    connection?.close()
    connection = undefined
    if (beside) rmSync(beside, { force: true })
    beside = undefined
  }
  function startNewFile(): Connection {
    close()
    beside = `${path}.new-${process.pid}-${Date.now().toString(36)}`
    connection = createIndex(beside)
    return connection
  }
  function commit() {
    connection?.exec('COMMIT')
    if (!beside) return
    connection?.close()
    connection = undefined
    replaceFile(beside, path)
    beside = undefined
    reopen()
  }
  function rollback() {
    if (beside) close()
    else if (connection?.inTransaction()) connection.exec('ROLLBACK')
  }
  return { path, connection: current, startNewFile: () => void startNewFile(), commit, rollback, close }
}

const inodeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.ino

/** The file at the path if it is a sound index of this version. */
function openUsable(path: string): Connection | undefined {
  if (!statSync(path, { throwIfNoEntry: false })) return undefined
  let connection: Connection | undefined
  try {
    connection = connect(`${pathToFileURL(resolve(path))}?mode=rw`, 5_000)
    const found = connection.one<{ user_version: number }>('PRAGMA user_version')?.user_version
    if (found === schemaVersion) {
      // Without spilling, readers are held up by the commit alone and not by the work before it.
      connection.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL; PRAGMA cache_spill = 0')
      // What was taken out (a draft) is overwritten and not only forgotten.
      connection.exec('PRAGMA secure_delete = ON')
      return connection
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
  }
  connection?.close()
  return undefined
}

/** Nobody else reads a new file, and a killed sync leaves it for the next to sweep up: it needs no journal. */
function createIndex(path: string): Connection {
  const connection = connect(path, 5_000)
  connection.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536')
  connection.exec(schemaSql)
  setInitialVersion(connection)
  // FTS5 writes out what it has gathered at every megabyte, and merges what it wrote: with sixteen a third less work.
  connection.exec("INSERT INTO search (search, rank) VALUES ('hashsize', 16777216)")
  return connection
}

function replaceFile(beside: string, path: string) {
  const file = openSync(beside, 'r+')
  fsyncSync(file)
  closeSync(file)
  // A journal of the old file would be played back into the new one.
  for (const ending of ['-journal', '-wal', '-shm']) rmSync(path + ending, { force: true })
  try {
    renameSync(beside, path)
  } catch (error) {
    // Windows replaces no file that a running server has open.
    throw new Error(`${path} cannot be replaced (${codeOf(error)}). Stop the server, then sync.`, {
      cause: error,
    })
  }
}

/** Removes what killed syncs began. An hour is longer than any sync takes. */
function removeAbandoned(path: string) {
  const folder = dirname(resolve(path))
  for (const name of readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}.new-`))) {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false })
    if (stat && Date.now() - stat.mtimeMs > 3_600_000) rmSync(join(folder, name), { force: true })
  }
}
