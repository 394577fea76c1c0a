import { constants, type Dirent, lstatSync, type Stats } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '@/lib/content/problem'
import { type InspectedFile, inspectFile, maxPublicFileBytes, nameFault, tooLarge } from './inspect'
import type { FileFault } from './svg'

/** A file of public/: `src` is its path on the site, `/assets/chip.svg`; size in bytes, `mtime` in milliseconds. */
export type PublicFile = { src: string; size: number; mtime: number }

export type PublicFileListing = {
  /** Plain files whose name may be there. What is in them, readPublicFile says. */
  files: PublicFile[]
  /** Links, odd names, repositories and whatever else is no such file: errors. */
  problems: Problem[]
  /** Folders that could not be read, '' for public/ itself: **what is below is not gone, only unseen**. */
  unreadable: string[]
}

/**
 * The files of public/ with its folders. Links are never followed, whether git knows them or not: one leads a server out of public/,
 * and `public -> .` would publish the index and everything else.
 */
export async function listPublicFiles(root: string): Promise<PublicFileListing> {
  const listing: PublicFileListing = { files: [], problems: [], unreadable: [] }
  const top = lstatSync(join(root, 'public'), { throwIfNoEntry: false })
  if (!top) return listing
  if (top.isDirectory()) await listFolder(join(root, 'public'), '', listing)
  else {
    listing.unreadable.push('')
    listing.problems.push(
      publicFileProblem('', {
        message: top.isSymbolicLink() ? linkAtTop : 'This is not a folder. Make public/ a folder.',
      }),
    )
  }
  return listing
}

const linkAtTop =
  'public is a link, and would publish whatever it leads to. Delete it, and make public/ a folder with the files themselves.'
const link = 'This is a link. Put the file itself here.'
const ownRepository = 'This is a repository of its own. Put the files themselves here.'

/** Everything that is wrong in public/ has the rule `file`. */
export function publicFileProblem(src: string, { message, line, column }: FileFault): Problem {
  const place = line === undefined ? {} : { line, column }
  return { file: `public${src}`, ...place, severity: 'error', rule: 'file', message }
}

async function listFolder(folder: string, at: string, listing: PublicFileListing): Promise<void> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (isGone(error)) return
    listing.unreadable.push(at)
    const message = 'This folder cannot be read. The pictures in it are kept as they were known.'
    listing.problems.push(publicFileProblem(at, { message }))
    return
  }
  if (entries.some(({ name }) => name === '.git')) {
    listing.problems.push(publicFileProblem(at, { message: ownRepository }))
    return
  }
  for (const entry of entries) {
    const src = `${at}/${entry.name}`
    const path = join(folder, entry.name)
    const info = await lstat(path).catch(() => undefined)
    if (!info) continue
    // An empty file that keeps an empty folder in git.
    if (entry.name === '.gitkeep' && info.isFile() && info.size === 0) continue
    const message = entryFault(src, info)
    if (message !== undefined) listing.problems.push(publicFileProblem(src, { message }))
    else if (info.isDirectory()) await listFolder(path, src, listing)
    else listing.files.push({ src, size: info.size, mtime: info.mtimeMs })
  }
}

function entryFault(src: string, info: Stats): string | undefined {
  if (info.isSymbolicLink()) return link
  // A name is tried as that of a file in the folder, which is found at once and not for each of the files.
  if (info.isDirectory()) return nameFault(`${src}/x.png`)
  return info.isFile() ? nameFault(src) : 'This is not a file. Delete it.'
}

/** What a listed file is. One that cannot be read, or is too large to be, has a fault; nothing is thrown. */
export async function readPublicFile(root: string, { src, size }: PublicFile): Promise<InspectedFile> {
  try {
    if (size > maxPublicFileBytes) return { fault: tooLarge }
    // Not through a link that took the file's place since it was listed.
    const flag = constants.O_RDONLY | constants.O_NOFOLLOW
    return inspectFile(src, await readFile(join(root, 'public', src), { flag }))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error
    return { fault: { message: `The file cannot be read (${code}).` } }
  }
}

const isGone = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'
