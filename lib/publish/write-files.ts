import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ClassifiedChanges } from './classify-changes'
import { GitError, gitBytes } from './run-git'

/** So many bytes of contents are in memory at a time. */
const batchBytes = 8 * 1024 * 1024

/**
 * Makes the files as the commit has them: the bytes that git keeps, through no filter, as regular files that nothing can
 * execute. Each appears whole: it is written aside and moved into its place.
 */
export async function writeFiles(root: string, content: ClassifiedChanges['content']): Promise<void> {
  for (const { path, after } of content) if (!after) removeFile(root, path)
  const aside = join(root, '.content', 'incoming')
  mkdirSync(aside, { recursive: true })
  const waiting = content.filter(({ after }) => after)
  while (waiting.length > 0) {
    const some = nextBatch(waiting)
    const contents = await contentsOf(root, some)
    for (const [at, { path }] of some.entries())
      replaceFile(root, join(aside, 'file'), path, contents[at] ?? Buffer.of())
  }
  rmSync(aside, { recursive: true, force: true })
}

function nextBatch(waiting: ClassifiedChanges['content']): ClassifiedChanges['content'] {
  let size = 0
  const end = waiting.findIndex(({ bytes }, at) => {
    size += bytes
    return at > 0 && size > batchBytes
  })
  return waiting.splice(0, end < 0 ? waiting.length : end)
}

/** The bytes of each, in their order. */
async function contentsOf(root: string, files: ClassifiedChanges['content']): Promise<Buffer[]> {
  const total = files.reduce((sum, { bytes }) => sum + bytes + 200, 0)
  const input = `${files.map(({ after }) => after?.oid).join('\n')}\n`
  const out = await gitBytes(root, ['cat-file', '--batch'], { input, bytes: total })
  let at = 0
  return files.map(({ path, after, bytes }) => {
    // "oid blob size", a line end, the bytes, a line end.
    const end = out.indexOf(10, at)
    const start = end + 1
    if (out.toString('utf8', at, end) !== `${after?.oid} blob ${bytes}`)
      throw new GitError(`git cat-file: ${path} is not in the repository`)
    at = start + bytes + 1
    return out.subarray(start, start + bytes)
  })
}

function replaceFile(root: string, aside: string, path: string, bytes: Buffer): void {
  const file = openSync(aside, 'w', 0o644)
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    // Or a loss of power leaves an empty file with the new name.
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  const place = join(root, path)
  mkdirSync(dirname(place), { recursive: true })
  removeEmpty(place)
  renameSync(aside, place)
}

function removeFile(root: string, path: string): void {
  rmSync(join(root, path), { force: true })
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder))
    if (!removeEmpty(join(root, folder))) return
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch {
    // It is no folder, or something is in it.
    return false
  }
}
