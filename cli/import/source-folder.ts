import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@/lib/content/problem'

/** The files of a site to import. Paths are relative to its folder, with forward slashes; nothing else can be read. */
export type SourceFolder = {
  root: string
  paths: string[]
  has(path: string): boolean
  size(path: string): number
  read(path: string): Uint8Array
  problems: Problem[]
}

const mostFiles = 200_000
const deepest = 40
/** What a generator makes or installs, and what is never part of a site. */
const leftOut = /^(?:_site|node_modules|vendor|\.(?!well-known$).*)$/

/** Lists a folder. Links are not followed and hidden files not looked at; both could lead out of it. */
export function openFolder(folder: string): SourceFolder {
  const root = realpathSync(folder)
  const problems: Problem[] = []
  const sizes = new Map<string, number>()
  const say = (file: string, message: string) =>
    problems.push({ file, severity: 'warning', rule: 'file', message })
  const pending = ['']
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of entriesOf(root, next, say)) {
      const path = next === '' ? entry.name : `${next}/${entry.name}`
      if (leftOut.test(entry.name)) continue
      if (entry.isSymbolicLink())
        say(path, 'This is a link, and links are not followed. Nothing was read from it.')
      else if (entry.isDirectory()) {
        if (path.split('/').length < deepest) pending.push(path)
        else say(path, 'This folder is too deep inside the others and was not read.')
      } else if (entry.isFile() && sizes.size < mostFiles) sizes.set(path, lstatSync(join(root, path)).size)
    }
  }
  if (sizes.size >= mostFiles) say('.', `Only the first ${mostFiles} files were looked at.`)
  return {
    root,
    paths: [...sizes.keys()].sort(),
    has: (path) => sizes.has(path),
    size: (path) => sizes.get(path) ?? 0,
    read: (path) => {
      if (!sizes.has(path)) throw new Error(`${path} is not one of the files that were listed.`)
      return readFileSync(join(root, path))
    },
    problems,
  }
}

function entriesOf(root: string, folder: string, say: (file: string, message: string) => void): Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
  } catch (error) {
    say(folder || '.', `The folder cannot be read (${error instanceof Error ? error.message : error}).`)
    return []
  }
}
