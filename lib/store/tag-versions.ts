import { randomBytes } from 'node:crypto'
import type { Connection } from './database'
import type { PostIndex } from './reader'

/**
 * The index says which version of each cache tag is current, so that a page from a build or a cache can be compared with it
 * after any restart. A version is a random word and not a number: an index that was restored from a copy and went on from there
 * must not reach a version again that means something else.
 */

/** A word that changes with every sync that changes anything a reader may see. */
export const indexVersion = (store: PostIndex): string => metaValue(store.connection(), 'version')

/** The current version of a tag: of the sync that changed it last, or of the index as a whole. */
export function tagVersion(store: PostIndex, tag: string): string {
  const db = store.connection()
  const row = db.one<{ version: string }>('SELECT version FROM tag_versions WHERE tag = ?', tag)
  return row?.version ?? metaValue(db, 'base')
}

/** Gives these tags a new version. Part of the transaction of a sync; does nothing without tags. */
export function renewTagVersions(db: Connection, tags: readonly string[]): void {
  if (tags.length === 0) return
  const version = newVersion()
  for (const tag of tags)
    db.run('INSERT OR REPLACE INTO tag_versions (tag, version) VALUES (?, ?)', tag, version)
  db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('version', ?)", version)
}

/** For an index that is begun: whatever was made from another one is outdated. */
export function setInitialVersion(db: Connection): void {
  const version = newVersion()
  for (const key of ['base', 'version']) db.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, version)
}

const newVersion = () => randomBytes(6).toString('base64url')

const metaValue = (db: Connection, key: string) =>
  db.one<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? ''
