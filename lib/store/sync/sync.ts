import { checkTermSpellings } from '@/lib/content/cross-file-checks'
import { changedTags } from '../changed-tags'
import { type Connection, StoreError } from '../database'
import { syncGone } from '../gone'
import { syncPreviews } from '../preview-revocations'
import { renewTagVersions } from '../tag-versions'
import { beginSync } from '../write-lock'
import type { WritableStore } from '../writer'
import { bodyLookups } from './body-lookups'
import { type ChangeSet, createChangeSet } from './change-set'
import { checkAcrossFiles } from './cross-file-checks'
import { applyDraftPolicy } from './drafts'
import { syncFrontPage } from './front-page'
import { changedPathsSince, type GitChanges, saveGitState } from './git-changes'
import { type IngestContext, ingestFiles, type ParseWorkers, recheckBodies, removeFile } from './ingest'
import { type CheckBody, createFileParser, type ParseFiles } from './parse-file'
import { syncPictures, unchangedPictures } from './pictures'
import { replaceProblems, storedProblems } from './problem-rows'
import { keepRenamedPosts } from './renames'
import { scanAllFiles, scanPaths } from './scan-files'
import { type SyncReport, summarizeChanges } from './sync-report'
import { listTermCounts, updateTermCounts } from './term-counts'

export type SyncOptions = {
  /** The repository: posts/, authors/, public/ and front.yml are in it. */
  root: string
  now: Date
  /** Whether drafts are stored whole, for `next dev` and previews. Otherwise only that they are there. */
  keepDrafts?: boolean
  /** Passed in because the store must not depend on the MDX renderer. A post whose body has an error is quarantined. */
  checkBody?: CheckBody
  /** Threads that look into the files, with the same check, where there are thousands. Without, it is done here. */
  threads?: () => ParseWorkers
  /** Which commit is checked out, and what git says changed since the last sync: see git-changes.ts. */
  gitChanges?: GitChanges
  /** Called now and then when the sync takes longer than a second. */
  onProgress?: (progress: { done: number; total: number }) => void
}

/**
 * Brings the index up to date with the files, in one transaction: a reader sees all of it or nothing, and a sync
 * that is killed has not happened. Files that look as they did are not read. A file with an error changes nothing but
 * the list of problems. Syncs wait for each other. Throws only when the disk or the database fails.
 */
export async function syncStore(store: WritableStore, options: SyncOptions): Promise<SyncReport> {
  await beginSync(store)
  try {
    return await transact(store, options)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    // Damage that opening the file did not show. Everything in it can be had from the files.
    store.startNewFile()
    await beginSync(store)
    return transact(store, options)
  }
}

async function transact(store: WritableStore, options: SyncOptions): Promise<SyncReport> {
  try {
    const report = await sync(store.connection(), options)
    store.commit()
    return report
  } catch (error) {
    store.rollback()
    throw error
  }
}

async function sync(
  db: Connection,
  { root, now, keepDrafts = false, checkBody = async () => [], threads, gitChanges, onProgress }: SyncOptions,
): Promise<SyncReport> {
  const isFirst = db.one("SELECT 1 FROM meta WHERE key = 'synced'") === undefined
  applyDraftPolicy(db, keepDrafts)
  const touched = changedPathsSince(db, gitChanges)
  const seesPictures = touched?.every((path) => !/^public(\/|$)/.test(path)) ?? false
  const pictures = seesPictures ? unchangedPictures : await syncPictures(db, root)
  const texts = touched?.filter((path) => /^(?:posts|authors)\//.test(path))
  const disk = (texts && scanPaths(db, root, texts)) ?? (await scanAllFiles(db, root))
  const changes = createChangeSet(db, keepDrafts)
  const { records } = disk
  const round: IngestContext = { db, changes, known: records, facts: bodyLookups(db), checkBody, pending: [] }

  for (const path of disk.deleted) removeFile(round, path)
  for (const path of disk.rejected) db.run('UPDATE files SET good = 0, mtime = -1 WHERE path = ?', path)
  const isQuiet = disk.changed.length + disk.deleted.length + pictures.changed.length === 0
  if (!isQuiet) {
    const files = [...disk.changed, ...disk.quarantined]
    const workers =
      (files.length >= minFilesForThreads && threads?.()) || singleThreaded(createFileParser(root, checkBody))
    await ingestFiles(round, files, workers, progressAfter(1000, files.length, onProgress)).finally(
      workers.close,
    )
    await recheckBodies(round)
    keepRenamedPosts(db, changes)
    checkAcrossFiles(db, changes)
    if (updateTermCounts(db, changes)) replaceProblems(db, 'terms', checkTermSpellings(listTermCounts(db)))
  }
  const front = await syncFrontPage(db, root, now.getTime())
  replaceProblems(db, 'front', front.problems)
  replaceProblems(db, 'previews', await syncPreviews(db, root))
  const gone = await syncGone(db, root)
  replaceProblems(db, 'gone', gone.problems)
  if (disk.problems) replaceProblems(db, 'listing', disk.problems)
  if (pictures.problems) replaceProblems(db, 'pictures', pictures.problems)
  saveGitState(db, gitChanges)
  db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('synced', ?)", now.toISOString())
  const report = {
    ...createReport(db, changes, pictures.changed),
    ...{ frontChanged: front.changed, picturesChanged: pictures.shownChanged, goneChanged: gone.changed },
  }
  // All that was made from another index is outdated anyway.
  if (!isFirst) renewTagVersions(db, changedTags(db, now.getTime(), changes, report))
  return report
}

/** A thread takes half a second to start, in which a thousand files are read. */
const minFilesForThreads = 2_000

const singleThreaded = (parseFiles: ParseFiles): ParseWorkers => ({
  parseFiles,
  concurrency: 1,
  close: async () => {},
})

function progressAfter(milliseconds: number, total: number, onProgress: SyncOptions['onProgress']) {
  const start = performance.now()
  return (done: number) => {
    if (performance.now() - start > milliseconds) onProgress?.({ done, total })
  }
}

function createReport(
  db: Connection,
  changes: ChangeSet,
  pictures: string[],
): Omit<SyncReport, 'frontChanged' | 'picturesChanged' | 'goneChanged'> {
  const counted = summarizeChanges(changes, pictures)
  const posts = db.one<{ count: number }>('SELECT count(*) AS count FROM posts')?.count ?? 0
  return {
    ...counted,
    authorsChanged: changes.authorIds().length > 0,
    unchanged: posts - counted.added - counted.updated,
    quarantined: db
      .all<{ path: string }>('SELECT path FROM files WHERE good = 0 ORDER BY path')
      .map(({ path }) => path),
    problems: storedProblems(db),
  }
}
