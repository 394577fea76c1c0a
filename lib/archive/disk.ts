import { listFiles, type SourceFile } from '@/lib/content/files'
import type { Problem } from '@/lib/content/problem'
import type { Connection } from './database'

export type Seen = SourceFile & { hash: string; good: boolean }

/** How posts/ and authors/ differ from what the last sync saw. */
export type Disk = {
  /** Files that are new or look changed by size or time. Whether they are, their content says. */
  changed: SourceFile[]
  /** Unchanged, but held back the last time: what was wrong may have been elsewhere. */
  heldBack: SourceFile[]
  gone: string[]
  /** Files that were refused though a post of theirs is stored: it stays. */
  refused: string[]
  problems: Problem[]
  known: Map<string, Seen>
}

type Row = { path: string; size: number; mtime: number; hash: string; good: number }

/** Asks the disk and compares. Reads no file. */
export async function lookAtDisk(db: Connection, root: string): Promise<Disk> {
  const [posts, authors] = await Promise.all([listFiles(root, 'posts'), listFiles(root, 'authors')])
  const known = new Map<string, Seen>()
  for (const { mtime, good, ...row } of db.all<Row>('SELECT path, size, mtime, hash, good FROM files')) {
    known.set(row.path, { ...row, mtimeMs: mtime, good: good === 1 })
  }
  const problems = [...posts.problems, ...authors.problems]
  const files = [...authors.files, ...posts.files]
  const there = new Set(files.map(({ path }) => path))
  const missing = [...known.keys()].filter((path) => !there.has(path))
  const [kept, gone] = split(missing, (path) => problems.some((problem) => covers(problem, path)))
  const [changed, same] = split(files, (file) => looksChanged(file, known.get(file.path)))
  return {
    changed,
    heldBack: same.filter(({ path }) => !known.get(path)?.good),
    gone,
    refused: kept.filter((path) => problems.some(({ file }) => file === path)),
    problems,
    known,
  }
}

function looksChanged(file: SourceFile, seen: Seen | undefined): boolean {
  return !seen || seen.size !== file.size || seen.mtimeMs !== file.mtimeMs
}

/** What cannot be read is not gone: neither a refused file nor anything in a folder that would not open. */
function covers({ severity, file }: Problem, path: string): boolean {
  return severity === 'error' && (path === file || path.startsWith(`${file}/`))
}

function split<T>(items: T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}
