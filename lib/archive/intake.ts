import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAuthor } from '@/lib/content/author'
import type { SourceFile } from '@/lib/content/files'
import { type Post, readPost } from '@/lib/content/post'
import { hasErrors, type Problem } from '@/lib/content/problem'
import type { Changes } from './changes'
import { type Connection, codeOf } from './database'
import type { Seen } from './disk'
import { replaceProblemsOf } from './problem-rows'

/** What one sync works with. */
export type Round = {
  db: Connection
  root: string
  changes: Changes
  known: Map<string, Seen>
  check(post: Post): Promise<Problem[]>
  /** Stored, but with an error in the body that may be about a post which comes later: looked at again at the end. */
  doubtful: { post: Post; problems: Problem[] }[]
}

const batch = 64

/** Takes in what changed; calls back after each batch. */
export async function takeFiles(round: Round, files: SourceFile[], onBatch: (done: number) => void) {
  const read = (at: number) =>
    Promise.all(
      files.slice(at, at + batch).map(async (file) => ({ file, content: await contentOf(round.root, file) })),
    )
  let next = read(0)
  for (let at = 0; at < files.length; at += batch) {
    const contents = await next
    // The disk works on while these are taken in.
    next = read(at + batch)
    for (const { file, content } of contents) await take(round, file, content)
    onBatch(at + contents.length)
  }
}

/** What a file gave is removed with it. */
export function forget({ db, changes }: Round, path: string): void {
  if (path.startsWith('authors/')) changes.removeAuthor(path)
  else changes.remove(path)
  db.run('DELETE FROM files WHERE path = ?', path)
  replaceProblemsOf(db, path, [])
}

async function take(round: Round, file: SourceFile, content: Uint8Array | string) {
  const seen = round.known.get(file.path)
  if (typeof content === 'string') return putOff(round, file.path, content)
  const hash = createHash('sha256').update(content).digest('base64')
  const isSame = seen?.good && seen.hash === hash
  const good = isSame || (await takeBytes(round, file.path, content))
  round.db.run(
    'INSERT OR REPLACE INTO files (path, size, mtime, hash, good) VALUES (?, ?, ?, ?, ?)',
    ...[file.path, file.size, timeToKeep(file), hash, Number(good)],
  )
}

/** A file may be written twice within a tick of the disk's clock. One that is so new is read once more next time. */
function timeToKeep({ mtimeMs }: SourceFile): number {
  return Date.now() - mtimeMs < 50 ? -1 : mtimeMs
}

/** Whether what is stored now is what the bytes say. */
async function takeBytes({ db, changes, check, doubtful }: Round, path: string, bytes: Uint8Array) {
  if (path.startsWith('authors/')) {
    const { value, problems } = readAuthor({ path, bytes })
    if (value) changes.putAuthor(value)
    replaceProblemsOf(db, path, problems)
    return value !== undefined
  }
  const { value, problems } = readPost({ path, bytes })
  if (value) changes.put(value)
  const inBody = value ? await check(value) : []
  if (value && hasErrors(inBody)) doubtful.push({ post: value, problems })
  replaceProblemsOf(db, path, [...problems, ...inBody])
  return value !== undefined
}

/** Now that every post is in: bodies that still have an error are held back. */
export async function settleDoubts(round: Round): Promise<void> {
  const { db, changes } = round
  for (const { post, problems } of round.doubtful) {
    const { path } = post
    const inBody = await round.check(post)
    replaceProblemsOf(db, path, [...problems, ...inBody])
    if (hasErrors(inBody)) holdBack(db, changes, path)
  }
}

/** Back to the last good version, and the file is tried again with every change. */
export function holdBack(db: Connection, changes: Changes, path: string): void {
  changes.holdBack(path)
  db.run('UPDATE files SET good = 0 WHERE path = ?', path)
}

/** The bytes of a file, or why they cannot be had now. */
async function contentOf(root: string, file: SourceFile): Promise<Uint8Array | string> {
  try {
    const bytes = await readFile(join(root, file.path))
    return bytes.length === file.size ? bytes : 'The file was being written while it was read. Sync again.'
  } catch (error) {
    return `The file cannot be read (${codeOf(error)}). What was known of it stays.`
  }
}

/** A time that no file has makes the next sync try again. */
function putOff({ db }: Round, path: string, message: string) {
  replaceProblemsOf(db, path, [{ file: path, severity: 'error', rule: 'file', message }])
  db.run("INSERT OR REPLACE INTO files (path, size, mtime, hash, good) VALUES (?, -1, -1, '', 0)", path)
}
