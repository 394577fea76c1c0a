import { type Dirent, existsSync, lstatSync, type Stats } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isPostFileName } from '@/lib/content/file-name'
import type { Problem } from '@/lib/content/problem'
import { maxFileBytes, tooLargeMessage } from '@/lib/content/source-text'

/** `path` is relative to the repository, with forward slashes. */
export type SourceFile = { path: string; size: number; mtimeMs: number }
type Listing = { files: SourceFile[]; problems: Problem[] }

/**
 * The files of `posts/` with its folders, or of `authors/`, sorted by path. Links, odd names, large files and repositories
 * inside this one are errors and not in the list. So is a folder that cannot be read or is not there (rule `folder`, its
 * path in `file`): **what lies below it is not gone, only unseen, and nobody may take it for deleted**. Names that begin
 * with a dot do not count.
 */
export async function listSourceFiles(root: string, folder: 'posts' | 'authors'): Promise<Listing> {
  const paths: string[] = []
  const problems: Problem[] = []
  const folders: string[] = [folder]
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const entries = await readFolder(root, next)
    if (typeof entries === 'string') {
      problems.push({ file: next, severity: 'error', rule: 'folder', message: entries })
      continue
    }
    if (next !== folder && entries.some(({ name }) => name === '.git')) {
      const message = 'This is a repository of its own. Put the files themselves here.'
      problems.push({ file: next, severity: 'error', rule: 'file', message })
      continue
    }
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = `${next}/${entry.name}`
      const fault = nameProblem(entry, folder)
      if (fault) problems.push({ file: path, rule: 'file', ...fault })
      else if (entry.isDirectory()) folders.push(path)
      else paths.push(path)
    }
  }
  const files = await measure(root, paths.sort(), problems)
  return { files, problems }
}

/**
 * One of those files by its path; `gone` where there is none, though its folder is or was an ordinary one. Undefined where
 * only the whole list can tell: a link, an odd name, a folder of that name, a repository of its own, no folder at all.
 */
export function statSourceFile(root: string, path: string): SourceFile | 'gone' | undefined {
  const [folder, ...names] = path.split('/')
  if ((folder !== 'posts' && folder !== 'authors') || names.some((name) => name.startsWith('.')))
    return undefined
  if (!statOf(join(root, folder))?.isDirectory()) return undefined
  for (let depth = 1; depth <= names.length; depth++) {
    const at = [folder, ...names.slice(0, depth)].join('/')
    const stat = statOf(join(root, at))
    if (!stat) return 'gone'
    if (nameProblem(toEntry(names[depth - 1] ?? '', stat), folder)) return undefined
    if (depth === names.length && stat.isFile() && stat.size <= maxFileBytes)
      return { path, size: stat.size, mtimeMs: stat.mtimeMs }
    if (!stat.isDirectory() || existsSync(join(root, at, '.git'))) return undefined
  }
  return undefined
}

const statOf = (path: string) => lstatSync(path, { throwIfNoEntry: false })
const toEntry = (name: string, stat: Stats): Entry => ({
  name,
  isFile: () => stat.isFile(),
  isDirectory: () => stat.isDirectory(),
  isSymbolicLink: () => stat.isSymbolicLink(),
})

async function readFolder(root: string, folder: string): Promise<Dirent[] | string> {
  try {
    // readdir would follow a link.
    if (!lstatSync(join(root, folder)).isDirectory()) return 'This is not a folder.'
    return await readdir(join(root, folder), { withFileTypes: true })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT')
      return `There is no folder ${folder}/. Make it, with an empty file .gitkeep if nothing is in it yet.`
    return `The folder cannot be read (${code}). What is in it stays as it was.`
  }
}

// What a shell, a URL and three operating systems take without quoting, plus letters of any script and spaces.
const portableName = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N} _.,'’()+&!@=~-]*[\p{L}\p{M}\p{N}_)!+'’-])?$/u

/** Whether a file or folder may be called so: see above. */
export const isPortableName = (name: string) => portableName.test(name) && name.length <= 200

type Entry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>

function nameProblem(
  entry: Entry,
  folder: 'posts' | 'authors',
): Pick<Problem, 'severity' | 'message'> | undefined {
  const { name } = entry
  if (entry.isSymbolicLink())
    return { severity: 'error', message: 'This is a link. Put the file itself here.' }
  if (!isPortableName(name)) {
    return {
      severity: 'error',
      message: 'The name holds characters that do not work everywhere. Use letters, digits, - and _.',
    }
  }
  if (entry.isDirectory()) {
    if (folder === 'posts') return
    return { severity: 'warning', message: 'Authors have no folders. Put the files directly into authors/.' }
  }
  if (!entry.isFile()) return { severity: 'error', message: 'This is not a file.' }
  if (/^readme\.md$/i.test(name))
    return { severity: 'note', message: 'A README is for the newsroom and not published.' }
  if (folder === 'posts' ? isPostFileName(name) : /\.md$/i.test(name)) return
  const endings = folder === 'posts' ? '.md or .mdx' : '.md'
  return { severity: 'warning', message: `This is not read, because its name does not end in ${endings}.` }
}

const statsPerTurn = 500

/** Asynchronous stat is six times slower for 100,000 files, synchronous stat would hold every request: batches do neither. */
async function measure(root: string, paths: string[], problems: Problem[]): Promise<SourceFile[]> {
  const files: SourceFile[] = []
  for (const [index, path] of paths.entries()) {
    if (index % statsPerTurn === statsPerTurn - 1) await setImmediate()
    try {
      const { size, mtimeMs } = lstatSync(join(root, path))
      if (size <= maxFileBytes) files.push({ path, size, mtimeMs })
      else problems.push({ file: path, severity: 'error', rule: 'file', message: tooLargeMessage(size) })
    } catch (error) {
      const code = codeOf(error)
      if (code === 'ENOENT') continue
      problems.push({
        file: path,
        severity: 'error',
        rule: 'file',
        message: `The file cannot be read (${code}).`,
      })
    }
  }
  return files
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error)
}
