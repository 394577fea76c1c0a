import { checkTerms } from '@/lib/content/cross-file-checks'
import { changedTags } from '../changed-tags'
import { ArchiveError, type Connection } from '../database'
import { syncGone } from '../gone'
import { syncPreviews } from '../preview-revocations'
import { changeTags } from '../tag-versions'
import { begin } from '../write-lock'
import type { WritableArchive } from '../writer'
import { bodyFacts } from './body-lookups'
import { type Changes, trackChanges } from './change-set'
import { checkAcross } from './cross-file-checks'
import { prepareDrafts } from './drafts'
import { syncFront } from './front-page'
import { rememberTree, type Tree, touchedSince } from './git-changes'
import { type Crew, forget, type Round, settleDoubts, takeFiles } from './ingest'
import { type CheckBody, type Inspector, inspector } from './parse-file'
import { picturesAsTheyWere, syncPictures } from './pictures'
import { problemRows, replaceProblems } from './problem-rows'
import { keepRenamed } from './renames'
import { lookAtDisk, lookAtFiles } from './scan-files'
import { changedBy, type SyncReport } from './sync-report'
import { countUses, usesIn } from './term-counts'

export type SyncOptions = {
  /** The repository: posts/, authors/, public/ and front.yml are in it. */
  root: string
  now: Date
  /** Whether drafts are stored whole, for `next dev` and previews. Otherwise only that they are there. */
  keepDrafts?: boolean
  /** Given in because this room does not know MDX. An error holds the post back. */
  checkBody?: CheckBody
  /** Threads that look into the files, with the same check, where there are thousands. Without, it is done here. */
  threads?: () => Crew
  /** Which commit is checked out, and what git says changed since the last sync: see tree.ts. */
  tree?: Tree
  /** Called now and then when the sync takes longer than a second. */
  onProgress?: (progress: { done: number; total: number }) => void
}

/**
 * Brings the index up to date with the files, in one transaction: a reader sees all of it or nothing, and a sync
 * that is killed has not happened. Files that look as they did are not read. A file with an error changes nothing but
 * the list of problems. Syncs wait for each other. Throws only when the disk or the database fails.
 */
export async function syncArchive(archive: WritableArchive, options: SyncOptions): Promise<SyncReport> {
  await begin(archive)
  try {
    return await transact(archive, options)
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    // Damage that opening the file did not show. Everything in it can be had from the files.
    archive.startAfresh()
    await begin(archive)
    return transact(archive, options)
  }
}

async function transact(archive: WritableArchive, options: SyncOptions): Promise<SyncReport> {
  try {
    const report = await sync(archive.connection(), options)
    archive.commit()
    return report
  } catch (error) {
    archive.undo()
    throw error
  }
}

async function sync(
  db: Connection,
  { root, now, keepDrafts = false, checkBody = async () => [], threads, tree, onProgress }: SyncOptions,
): Promise<SyncReport> {
  const isFirst = db.one("SELECT 1 FROM meta WHERE key = 'synced'") === undefined
  prepareDrafts(db, keepDrafts)
  const touched = touchedSince(db, tree)
  const seesPictures = touched?.every((path) => !/^public(\/|$)/.test(path)) ?? false
  const pictures = seesPictures ? picturesAsTheyWere : await syncPictures(db, root)
  const texts = touched?.filter((path) => /^(?:posts|authors)\//.test(path))
  const disk = (texts && lookAtFiles(db, root, texts)) ?? (await lookAtDisk(db, root))
  const changes = trackChanges(db, keepDrafts)
  const { known } = disk
  const round: Round = { db, changes, known, facts: bodyFacts(db), checkBody, doubtful: [] }

  for (const path of disk.gone) forget(round, path)
  for (const path of disk.refused) db.run('UPDATE files SET good = 0, mtime = -1 WHERE path = ?', path)
  const isQuiet = disk.changed.length + disk.gone.length + pictures.changed.length === 0
  if (!isQuiet) {
    const files = [...disk.changed, ...disk.heldBack]
    const crew = (files.length >= many && threads?.()) || alone(inspector(root, checkBody))
    await takeFiles(round, files, crew, progressAfter(1000, files.length, onProgress)).finally(crew.end)
    await settleDoubts(round)
    keepRenamed(db, changes)
    checkAcross(db, changes)
    if (countUses(db, changes)) replaceProblems(db, 'terms', checkTerms(usesIn(db)))
  }
  const front = await syncFront(db, root, now.getTime())
  replaceProblems(db, 'front', front.problems)
  replaceProblems(db, 'previews', await syncPreviews(db, root))
  const gone = await syncGone(db, root)
  replaceProblems(db, 'gone', gone.problems)
  if (disk.problems) replaceProblems(db, 'listing', disk.problems)
  if (pictures.problems) replaceProblems(db, 'pictures', pictures.problems)
  rememberTree(db, tree)
  db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('synced', ?)", now.toISOString())
  const report = {
    ...reportOf(db, changes, pictures.changed),
    ...{ frontChanged: front.changed, picturesChanged: pictures.shownChanged, goneChanged: gone.changed },
  }
  // All that was made from another index is outdated anyway.
  if (!isFirst) changeTags(db, changedTags(db, now.getTime(), changes, report))
  return report
}

/** A thread takes half a second to start, in which a thousand files are read. */
const many = 2_000

const alone = (inspect: Inspector): Crew => ({ inspect, atOnce: 1, end: async () => {} })

function progressAfter(milliseconds: number, total: number, onProgress: SyncOptions['onProgress']) {
  const start = performance.now()
  return (done: number) => {
    if (performance.now() - start > milliseconds) onProgress?.({ done, total })
  }
}

function reportOf(
  db: Connection,
  changes: Changes,
  pictures: string[],
): Omit<SyncReport, 'frontChanged' | 'picturesChanged' | 'goneChanged'> {
  const counted = changedBy(changes, pictures)
  const posts = db.one<{ count: number }>('SELECT count(*) AS count FROM posts')?.count ?? 0
  return {
    ...counted,
    authorsChanged: changes.authorIds().length > 0,
    unchanged: posts - counted.added - counted.updated,
    heldBack: db
      .all<{ path: string }>('SELECT path FROM files WHERE good = 0 ORDER BY path')
      .map(({ path }) => path),
    problems: problemRows(db),
  }
}
