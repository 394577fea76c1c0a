import { setImmediate } from 'node:timers/promises'
import type { SourceFile } from '@/lib/content/files'
import type { Post } from '@/lib/content/post'
import { hasErrors, type Problem } from '@/lib/content/problem'
import type { Connection } from '../database'
import type { BodyFacts } from './body-lookups'
import type { Changes } from './change-set'
import type { CheckBody, Inspected, InspectedPost, Inspector, Named } from './parse-file'
import { addProblemsOf, replaceProblemsOf } from './problem-rows'
import type { Seen } from './scan-files'

/** What one sync works with. */
export type Round = {
  db: Connection
  changes: Changes
  known: Map<string, Seen>
  facts: BodyFacts
  checkBody: CheckBody
  /** Stored, but with something in the body that may be about a post which comes later: looked at again at the end. */
  doubtful: { post: Post; problems: Problem[]; inBody: Problem[]; named: Named }[]
}

/** Who looks into files: here, or in threads that go on with other batches meanwhile. */
export type Crew = { inspect: Inspector; atOnce: number; end(): Promise<void> }

const batch = 64

/** Takes in what changed, so many batches at a time being looked into; calls back after each. */
export async function takeFiles(
  round: Round,
  files: SourceFile[],
  { inspect, atOnce }: Crew,
  onBatch: (done: number) => void,
) {
  const pending: Promise<Inspected[]>[] = []
  let sent = 0
  for (let done = 0; done < files.length; ) {
    for (; sent < files.length && pending.length < atOnce; sent += batch) {
      const candidates = files.slice(sent, sent + batch).map((file) => candidate(round, file))
      const inspected = inspect(candidates)
      // Its turn comes below; until then its failure is not for Node to end the process over.
      inspected.catch(() => {})
      pending.push(inspected)
    }
    const inspected = (await pending.shift()) ?? []
    for (const one of inspected) take(round, one)
    done += inspected.length
    onBatch(done)
    // A server has readers to answer.
    await setImmediate()
  }
  round.changes.flush()
}

function candidate({ known }: Round, file: SourceFile) {
  const seen = known.get(file.path)
  return seen?.good ? { ...file, stored: seen.hash } : file
}

/** What a file gave is removed with it. */
export function forget({ db, changes }: Round, path: string): void {
  if (path.startsWith('authors/')) changes.removeAuthor(path)
  else changes.remove(path)
  db.run('DELETE FROM files WHERE path = ?', path)
  replaceProblemsOf(db, path, [])
}

function take(round: Round, inspected: Inspected) {
  const { file } = inspected
  if ('unread' in inspected) return putOff(round, file.path, inspected.unread)
  const good = inspected.isStored || store(round, file.path, inspected)
  round.db.run(
    'INSERT OR REPLACE INTO files (path, size, mtime, hash, good) VALUES (?, ?, ?, ?, ?)',
    ...[file.path, file.size, file.mtimeMs, inspected.hash, Number(good)],
  )
}

/** Whether what is stored now is what the file says. */
function store(
  { db, changes, known, doubtful }: Round,
  path: string,
  { author, post, problems }: Extract<Inspected, { isStored: false }>,
) {
  const isNew = !known.has(path)
  const all = [...problems, ...(post?.inBody ?? [])]
  if (author) changes.putAuthor(author)
  if (post) changes.put(post.post, { terms: post.terms, isNew })
  if (post && isDoubtful(post)) doubtful.push({ ...post, problems })
  if (isNew) addProblemsOf(db, all)
  else replaceProblemsOf(db, path, all)
  return author !== undefined || post !== undefined
}

const isDoubtful = ({ inBody, named }: InspectedPost) =>
  hasErrors(inBody) || named.pictures.length + named.posts.length > 0

/**
 * Now that every post is in: bodies that name what is not there are checked against what is, and those that have an error
 * are held back.
 */
export async function settleDoubts(round: Round): Promise<void> {
  const { db, changes, facts } = round
  for (const { post, problems, inBody, named } of round.doubtful) {
    const { path } = post
    const isMissing = !named.pictures.every(facts.picture) || !named.posts.every(facts.post)
    const settled = isMissing ? await round.checkBody(post, facts) : inBody
    if (isMissing) replaceProblemsOf(db, path, [...problems, ...settled])
    if (hasErrors(settled)) holdBack(db, changes, path)
  }
}

/** Back to the last good version, and the file is tried again with every change. */
export function holdBack(db: Connection, changes: Changes, path: string): void {
  changes.holdBack(path)
  db.run('UPDATE files SET good = 0 WHERE path = ?', path)
}

/** A time that no file has makes the next sync try again. */
function putOff({ db }: Round, path: string, message: string) {
  replaceProblemsOf(db, path, [{ file: path, severity: 'error', rule: 'file', message }])
  db.run("INSERT OR REPLACE INTO files (path, size, mtime, hash, good) VALUES (?, -1, -1, '', 0)", path)
}
