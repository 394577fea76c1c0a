import { setImmediate } from 'node:timers/promises'
import type { SourceFile } from '@/lib/content/files'
import type { Post } from '@/lib/content/post'
import { hasErrors, type Problem } from '@/lib/content/problem'
import type { Connection } from '../database'
import type { BodyLookups } from './body-lookups'
import type { ChangeSet } from './change-set'
import type { BodyReferences, CheckBody, ParsedFile, ParsedPost, ParseFiles } from './parse-file'
import { addFileProblems, replaceFileProblems } from './problem-rows'
import type { FileRecord } from './scan-files'

/** What one sync works with. */
export type IngestContext = {
  db: Connection
  changes: ChangeSet
  known: Map<string, FileRecord>
  facts: BodyLookups
  checkBody: CheckBody
  /** Stored, but with something in the body that may be about a post which comes later: looked at again at the end. */
  pending: { post: Post; problems: Problem[]; bodyProblems: Problem[]; references: BodyReferences }[]
}

/** Who looks into files: here, or in threads that go on with other batches meanwhile. */
export type ParseWorkers = { parseFiles: ParseFiles; concurrency: number; close(): Promise<void> }

const batch = 64

/** Takes in what changed, so many batches at a time being looked into; calls back after each. */
export async function ingestFiles(
  round: IngestContext,
  files: SourceFile[],
  { parseFiles, concurrency }: ParseWorkers,
  onBatch: (done: number) => void,
) {
  const batches: Promise<ParsedFile[]>[] = []
  let sent = 0
  for (let done = 0; done < files.length; ) {
    for (; sent < files.length && batches.length < concurrency; sent += batch) {
      const candidates = files.slice(sent, sent + batch).map((file) => toParse(round, file))
      const parsed = parseFiles(candidates)
      // Its turn comes below; until then its failure is not for Node to end the process over.
      parsed.catch(() => {})
      batches.push(parsed)
    }
    const parsed = (await batches.shift()) ?? []
    for (const one of parsed) ingest(round, one)
    done += parsed.length
    onBatch(done)
    // A server has readers to answer.
    await setImmediate()
  }
  round.changes.flush()
}

function toParse({ known }: IngestContext, file: SourceFile) {
  const seen = known.get(file.path)
  return seen?.good ? { ...file, storedHash: seen.hash } : file
}

/** What a file gave is removed with it. */
export function removeFile({ db, changes }: IngestContext, path: string): void {
  if (path.startsWith('authors/')) changes.removeAuthor(path)
  else changes.remove(path)
  db.run('DELETE FROM files WHERE path = ?', path)
  replaceFileProblems(db, path, [])
}

function ingest(round: IngestContext, parsed: ParsedFile) {
  const { file } = parsed
  if ('unread' in parsed) return markUnread(round, file.path, parsed.unread)
  const good = parsed.isStored || store(round, file.path, parsed)
  round.db.run(
    'INSERT OR REPLACE INTO files (path, size, mtime, hash, good) VALUES (?, ?, ?, ?, ?)',
    ...[file.path, file.size, file.mtimeMs, parsed.hash, Number(good)],
  )
}

/** Whether what is stored now is what the file says. */
function store(
  { db, changes, known, pending }: IngestContext,
  path: string,
  { author, post, problems }: Extract<ParsedFile, { isStored: false }>,
) {
  const isNew = !known.has(path)
  const all = [...problems, ...(post?.bodyProblems ?? [])]
  if (author) changes.putAuthor(author)
  if (post) changes.put(post.post, { terms: post.tokens, isNew })
  if (post && needsRecheck(post)) pending.push({ ...post, problems })
  if (isNew) addFileProblems(db, all)
  else replaceFileProblems(db, path, all)
  return author !== undefined || post !== undefined
}

const needsRecheck = ({ bodyProblems, references }: ParsedPost) =>
  hasErrors(bodyProblems) || references.pictures.length + references.posts.length > 0

/**
 * Now that every post is in: bodies that name what is not there are checked against what is, and those that have an error
 * are held back.
 */
export async function recheckBodies(round: IngestContext): Promise<void> {
  const { db, changes, facts } = round
  for (const { post, problems, bodyProblems, references } of round.pending) {
    const { path } = post
    const isMissing = !references.pictures.every(facts.picture) || !references.posts.every(facts.post)
    const settled = isMissing ? await round.checkBody(post, facts) : bodyProblems
    if (isMissing) replaceFileProblems(db, path, [...problems, ...settled])
    if (hasErrors(settled)) quarantine(db, changes, path)
  }
}

/** Back to the last good version, and the file is tried again with every change. */
export function quarantine(db: Connection, changes: ChangeSet, path: string): void {
  changes.restore(path)
  db.run('UPDATE files SET good = 0 WHERE path = ?', path)
}

/** A time that no file has makes the next sync try again. */
function markUnread({ db }: IngestContext, path: string, message: string) {
  replaceFileProblems(db, path, [{ file: path, severity: 'error', rule: 'file', message }])
  db.run("INSERT OR REPLACE INTO files (path, size, mtime, hash, good) VALUES (?, -1, -1, '', 0)", path)
}
