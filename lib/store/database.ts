import Database from 'libsql'
import { codeOf } from './error-code'

/** What goes into a question. Nothing else: the driver aborts the whole process on a boolean or undefined. */
export type SqlValue = string | number | null

/** One open file. Statements are prepared once and kept. */
export type Connection = {
  /** The first row, or undefined. */
  one<Row>(sql: string, ...values: SqlValue[]): Row | undefined
  all<Row>(sql: string, ...values: SqlValue[]): Row[]
  /** Gives the rowid of the row that was inserted last. */
  run(sql: string, ...values: SqlValue[]): number
  /** Several statements without values, not prepared. */
  exec(sql: string): void
  inTransaction(): boolean
  close(): void
}

/** The index cannot be used; the message says what to do. */
export class StoreError extends Error {
  override name = 'StoreError'
}

/**
 * Opens a file given as a path or a SQLite URI, or a database on a server that knows `token`. `wait` is how many milliseconds a question waits for another
 * connection that is writing. The driver knows no `readonly` option, so that must be in the URI.
 */
export function connect(uri: string, wait: number, token = ''): Connection {
  // The driver's types do not know authToken.
  const options: Database.Options & { authToken: string } = { timeout: wait, authToken: token }
  const database = withStoreErrors(uri, () => new Database(uri, options))
  const prepared = new Map<string, Database.Statement>()
  const statement = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  // Values go in as one list: a single null would be taken for an object of named ones.
  return {
    one: <Row>(sql: string, ...values: SqlValue[]) =>
      // Not get(): it adds a field of its own to the row. Never iterate(): a loop left early keeps its lock.
      withStoreErrors(uri, () => statement(sql).all(values)[0] as Row | undefined),
    all: <Row>(sql: string, ...values: SqlValue[]) =>
      withStoreErrors(uri, () => statement(sql).all(values) as Row[]),
    run: (sql, ...values) => withStoreErrors(uri, () => Number(statement(sql).run(values).lastInsertRowid)),
    exec: (sql) => void withStoreErrors(uri, () => database.exec(sql)),
    inTransaction: () => database.inTransaction,
    close: () => {
      prepared.clear()
      database.close()
    },
  }
}

function withStoreErrors<T>(uri: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
      throw new StoreError(`${uri} is damaged. Run "npm run sync" to make it anew.`, { cause: error })
    }
    if (/Hrana\((?:Http|Api)/.test(String(error))) {
      throw new StoreError(`${uri} does not answer. Is it there, and CONTENT_DATABASE_TOKEN right?`, {
        cause: error,
      })
    }
    if (String(error).includes('ConnectionFailed')) {
      throw new StoreError(`${uri} cannot be opened. May this user write to its folder?`, { cause: error })
    }
    throw error
  }
}

/** Whether another connection holds the lock that was asked for. */
export const isBusy = (error: unknown) => codeOf(error).startsWith('SQLITE_BUSY')
