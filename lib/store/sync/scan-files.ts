import { fileAt, listFiles, type SourceFile } from '@/lib/content/files'
import type { Problem } from '@/lib/content/problem'
import type { Connection } from '../database'

/** What the last sync saw of a file; `good` is 0 when its stored version is not what the file says. */
export type Seen = { path: string; size: number; mtime: number; hash: string; good: number }

/** How posts/ and authors/ differ from what the last sync saw. */
export type Disk = {
  /** Files that are new or look changed by size or time. Whether they are, their content says. */
  changed: SourceFile[]
  /** Unchanged, but held back the last time: what was wrong may have been elsewhere. */
  heldBack: SourceFile[]
  gone: string[]
  /** Files that were refused though a post of theirs is stored: it stays. */
  refused: string[]
  /** What stands against the listing itself; undefined where it was not made. */
  problems?: Problem[]
  known: Map<string, Seen>
}

/** Asks the disk and compares. Reads no file. Goes through 100,000 files, so it copies nothing. */
export async function lookAtDisk(db: Connection, root: string): Promise<Disk> {
  const [posts, authors] = await Promise.all([listFiles(root, 'posts'), listFiles(root, 'authors')])
  const problems = [...posts.problems, ...authors.problems]
  const known = new Map<string, Seen>()
  const unseen = new Set<string>()
  for (const row of db.all<Seen>('SELECT path, size, mtime, hash, good FROM files')) {
    known.set(row.path, row)
    unseen.add(row.path)
  }
  const changed: SourceFile[] = []
  const heldBack: SourceFile[] = []
  for (const files of [authors.files, posts.files]) {
    for (const file of files) {
      unseen.delete(file.path)
      const seen = known.get(file.path)
      if (seen?.size !== file.size || seen.mtime !== file.mtimeMs) changed.push(file)
      else if (!seen.good) heldBack.push(file)
    }
  }
  const gone = [...unseen].filter((path) => !problems.some((problem) => covers(problem, path)))
  const refused = [...unseen].filter((path) => problems.some(({ file }) => file === path))
  return { changed, heldBack, gone, refused, problems, known }
}

/** What cannot be read is not gone: neither a refused file nor anything in a folder that would not open. */
function covers({ severity, file }: Problem, path: string): boolean {
  return severity === 'error' && (path === file || path.startsWith(`${file}/`))
}

/**
 * The same from these paths alone, and those that are to be looked at again in any case. Undefined where one of them is odd, or
 * something stands against the listing: then the whole disk has to be looked at.
 */
export function lookAtFiles(db: Connection, root: string, paths: string[]): Disk | undefined {
  if (db.one("SELECT 1 FROM problems WHERE stage = 'listing' AND severity = 'error' LIMIT 1"))
    return undefined
  const again = 'SELECT path FROM files WHERE good = 0 UNION SELECT path FROM files WHERE mtime < 0'
  const all = new Set([...paths, ...db.all<{ path: string }>(again).map(({ path }) => path)])
  const disk: Disk = { changed: [], heldBack: [], gone: [], refused: [], known: new Map() }
  // Authors first, as in a listing.
  for (const path of [...all].sort()) {
    const seen = db.one<Seen>('SELECT path, size, mtime, hash, good FROM files WHERE path = ?', path)
    const file = fileAt(root, path)
    if (!file || (file === 'gone' && !seen)) return undefined
    if (seen) disk.known.set(path, seen)
    if (file === 'gone') disk.gone.push(path)
    else if (seen?.size !== file.size || seen.mtime !== file.mtimeMs) disk.changed.push(file)
    else if (!seen.good) disk.heldBack.push(file)
  }
  return disk
}
