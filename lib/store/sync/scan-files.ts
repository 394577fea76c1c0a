import { listSourceFiles, type SourceFile, statSourceFile } from '@/lib/content/files'
import type { Problem } from '@/lib/content/problem'
import type { Connection } from '../database'

/** What the last sync saw of a file; `good` is 0 when its stored version is not what the file says. */
export type FileRecord = { path: string; size: number; mtime: number; hash: string; good: number }

/** How posts/ and authors/ differ from what the last sync saw. */
export type ScanResult = {
  /** Files that are new or look changed by size or time. Whether they are, their content says. */
  changed: SourceFile[]
  /** Unchanged, but held back the last time: what was wrong may have been elsewhere. */
  quarantined: SourceFile[]
  deleted: string[]
  /** Files that were refused though a post of theirs is stored: it stays. */
  rejected: string[]
  /** What stands against the listing itself; undefined where it was not made. */
  problems?: Problem[]
  records: Map<string, FileRecord>
}

/** Asks the disk and compares. Reads no file. Goes through 100,000 files, so it copies nothing. */
export async function scanAllFiles(db: Connection, root: string): Promise<ScanResult> {
  const [posts, authors] = await Promise.all([
    listSourceFiles(root, 'posts'),
    listSourceFiles(root, 'authors'),
  ])
  const problems = [...posts.problems, ...authors.problems]
  const records = new Map<string, FileRecord>()
  const unseen = new Set<string>()
  for (const row of db.all<FileRecord>('SELECT path, size, mtime, hash, good FROM files')) {
    records.set(row.path, row)
    unseen.add(row.path)
  }
  const changed: SourceFile[] = []
  const quarantined: SourceFile[] = []
  for (const files of [authors.files, posts.files]) {
    for (const file of files) {
      unseen.delete(file.path)
      const seen = records.get(file.path)
      if (seen?.size !== file.size || seen.mtime !== file.mtimeMs) changed.push(file)
      else if (!seen.good) quarantined.push(file)
    }
  }
  const deleted = [...unseen].filter((path) => !problems.some((problem) => covers(problem, path)))
  const rejected = [...unseen].filter((path) => problems.some(({ file }) => file === path))
  return { changed, quarantined, deleted, rejected, problems, records }
}

/** What cannot be read is not gone: neither a refused file nor anything in a folder that would not open. */
function covers({ severity, file }: Problem, path: string): boolean {
  return severity === 'error' && (path === file || path.startsWith(`${file}/`))
}

/**
 * The same from these paths alone, and those that are to be looked at again in any case. Undefined where one of them is odd, or
 * something stands against the listing: then the whole disk has to be looked at.
 */
export function scanPaths(db: Connection, root: string, paths: string[]): ScanResult | undefined {
  if (db.one("SELECT 1 FROM problems WHERE stage = 'listing' AND severity = 'error' LIMIT 1"))
    return undefined
  const again = 'SELECT path FROM files WHERE good = 0 UNION SELECT path FROM files WHERE mtime < 0'
  const all = new Set([...paths, ...db.all<{ path: string }>(again).map(({ path }) => path)])
  const disk: ScanResult = { changed: [], quarantined: [], deleted: [], rejected: [], records: new Map() }
  // Authors first, as in a listing.
  for (const path of [...all].sort()) {
    const seen = db.one<FileRecord>('SELECT path, size, mtime, hash, good FROM files WHERE path = ?', path)
    const file = statSourceFile(root, path)
    if (!file || (file === 'gone' && !seen)) return undefined
    if (seen) disk.records.set(path, seen)
    if (file === 'gone') disk.deleted.push(path)
    else if (seen?.size !== file.size || seen.mtime !== file.mtimeMs) disk.changed.push(file)
    else if (!seen.good) disk.quarantined.push(file)
  }
  return disk
}
