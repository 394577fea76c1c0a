import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { eachContent } from './blob-contents'
import type { ClassifiedChanges } from './classify-changes'

/**
 * Makes the files as the commit has them: the bytes that git keeps, through no filter, as regular files that nothing can
 * execute. Each appears whole: it is written aside and moved into its place.
 */
export async function writeFiles(root: string, content: ClassifiedChanges['content']): Promise<void> {
  for (const { path, after } of content) if (!after) removeFile(root, path)
  const aside = join(root, '.content', 'incoming')
  mkdirSync(aside, { recursive: true })
  for await (const { path, bytes } of eachContent(root, content))
    replaceFile(root, join(aside, 'file'), path, bytes)
  rmSync(aside, { recursive: true, force: true })
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
