import type { Connection } from '../database'

/** What git says of the files at the moment of a sync. */
export type GitChanges = GitState & {
  /** Paths that may differ from what the last sync saw, which had seen `since`. Without, all have to be looked at. */
  changedPathsSince?: { paths: string[]; since: string }
}

/** The commit that a sync saw, and the paths that were not as in that commit. */
export type GitState = { commit: string; dirty: string[] }

/** What the last sync saw, as it was stored; undefined where it did not know. */
export const storedGitState = (db: Connection): string | undefined =>
  db.one<{ value: string }>("SELECT value FROM meta WHERE key = 'tree'")?.value

/** The paths to look at, if those were found out about the very sync that was the last. */
export function changedPathsSince(db: Connection, gitChanges?: GitChanges): string[] | undefined {
  const changes = gitChanges?.changedPathsSince
  return changes && changes.since === storedGitState(db) ? changes.paths : undefined
}

/** A sync that does not know what git says leaves the next one to look at everything. */
export function saveGitState(db: Connection, gitChanges?: GitChanges): void {
  if (!gitChanges) return void db.run("DELETE FROM meta WHERE key = 'tree'")
  const { commit, dirty } = gitChanges
  db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('tree', ?)", JSON.stringify({ commit, dirty }))
}
