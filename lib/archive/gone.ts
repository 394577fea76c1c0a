import { type GoneAddress, goneFile, readGone } from '@/lib/content/gone'
import { hasErrors, type Problem } from '@/lib/content/problem'
import { canonicalPath } from '@/lib/urls'
import type { Connection } from './database'
import type { Archive } from './reader'
import { rootFile } from './root-file'

const byPost = `
SELECT summary ->> '$.gone' AS reason FROM posts WHERE slug = ? AND draft = 1 AND summary ->> '$.gone' IS NOT NULL LIMIT 1`

const byAlias = `
SELECT p.summary ->> '$.gone' AS reason FROM aliases a JOIN posts p ON p.id = a.post
WHERE a.alias = ? AND p.draft = 1 AND p.summary ->> '$.gone' IS NOT NULL LIMIT 1`

/**
 * What readers are told where a story is gone for good: what its own file says (`gone: why`), or gone.yml. Undefined where
 * nobody said so. It says nothing of whether another story has the address now.
 */
export function goneReasonAt(archive: Archive, path: string): string | undefined {
  const [db, address] = [archive.connection(), canonicalPath(path)]
  type Row = { reason: string }
  const found =
    db.one<Row>('SELECT reason FROM gone WHERE path = ?', address) ??
    db.one<Row>(byPost, address.slice(1)) ??
    db.one<Row>(byAlias, address)
  return found?.reason
}

/** Takes gone.yml in. With an error in it what it said last stays; without the file nothing is gone but what posts say. */
export async function syncGone(
  db: Connection,
  root: string,
): Promise<{ changed: boolean; problems: Problem[] }> {
  const { value, problems } = await goneIn(root, (path) => postAt(db, path))
  if (!value || hasErrors(problems)) return { changed: false, problems }
  const rows = value.map(({ path, reason }) => ({ path, reason })).sort(byPath)
  const before = db.all<{ path: string; reason: string }>('SELECT path, reason FROM gone ORDER BY path')
  const changed = JSON.stringify(rows) !== JSON.stringify(before)
  if (changed) {
    db.run('DELETE FROM gone')
    for (const { path, reason } of rows) db.run('INSERT INTO gone (path, reason) VALUES (?, ?)', path, reason)
  }
  return { changed, problems }
}

const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1)

/** The file of the post that is to be seen at an address, now or at its time, or that the address leads to. */
function postAt(db: Connection, path: string): string | undefined {
  type Row = { path: string }
  return (
    db.one<Row>('SELECT path FROM posts WHERE slug = ? AND draft = 0 LIMIT 1', path.slice(1)) ??
    db.one<Row>(
      'SELECT p.path FROM aliases a JOIN posts p ON p.id = a.post WHERE a.alias = ? AND p.draft = 0 LIMIT 1',
      path,
    )
  )?.path
}

let last: { bytes: Uint8Array; read: ReturnType<typeof readGone> } | undefined

/** 64 KB take 0.2 s, and a server that publishes reads the file with each push. */
function readOnce(bytes: Uint8Array): ReturnType<typeof readGone> {
  if (!last || Buffer.compare(last.bytes, bytes) !== 0)
    last = { bytes, read: readGone({ path: goneFile, bytes }) }
  return last.read
}

/**
 * gone.yml as it is on the disk, with all that is wrong with it; no value where it cannot be read. `postAt` gives the file of the
 * post that answers at an address.
 */
export async function goneIn(
  root: string,
  postAt: (path: string) => string | undefined,
): Promise<{ value?: GoneAddress[]; problems: Problem[] }> {
  const problem = (severity: Problem['severity'], message: string, file = goneFile): Problem => ({
    ...{ file, severity, rule: 'gone', message },
  })
  const found = await rootFile(root, goneFile)
  if ('fault' in found)
    return { problems: [problem('error', `${found.fault} What it said last stays in force.`)] }
  if (!('bytes' in found)) {
    const misnamed = `This is not read. Name it ${goneFile}.`
    return { value: [], problems: found.misnamed ? [problem('warning', misnamed, found.misnamed)] : [] }
  }
  const { value, place, problems } = readOnce(found.bytes)
  const stillThere = (value ?? []).flatMap(({ path, written }): Problem[] => {
    const post = postAt(path)
    const message = `${post} is at ${path} or has it in "aliases", so readers get that. Take this line out, or the post.`
    return post ? [{ ...problem('warning', message), ...place?.([written], 'key') }] : []
  })
  return { value, problems: [...problems, ...stillThere] }
}
