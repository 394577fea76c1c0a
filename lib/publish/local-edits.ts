import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileChange } from './diff-commits'
import { git } from './run-git'

/**
 * Those of the paths that somebody changed on this machine: they are neither as before nor as after the change, and would be
 * lost. A file that is gone is nobody's work. `resumed`: an interrupted publication may have left empty files.
 */
export async function findLocalEdits(
  root: string,
  changes: FileChange[],
  resumed: boolean,
): Promise<string[]> {
  const leaving = new Set(changes.filter(({ after }) => !after).map(({ path }) => path))
  const odd: string[] = []
  const edited: string[] = []
  for (const change of changes) {
    const stand = pathState(root, change, leaving)
    if (stand === 'edited') edited.push(change.path)
    if (typeof stand !== 'object' || (resumed && stand.size === 0)) continue
    if (!isKnownContent(readFileSync(join(root, change.path)), change)) odd.push(change.path)
  }
  // Git may have written them with other ends of lines, and knows that this is no edit.
  const known = odd.length > 0 ? await git(root, ['diff', '--no-ext-diff', '--name-only', '-z']) : ''
  const followed = new Set(changes.filter(({ before }) => before).map(({ path }) => path))
  const differing = new Set(known.split('\0'))
  return [...edited, ...odd.filter((path) => !followed.has(path) || differing.has(path))]
}

function pathState(root: string, { path }: FileChange, leaving: Set<string>): Stats | 'free' | 'edited' {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    const found = statIfPresent(join(root, folder))
    if (found && !found.isDirectory()) return leaving.has(folder) && found.isFile() ? 'free' : 'edited'
  }
  const found = statIfPresent(join(root, path))
  if (!found) return 'free'
  if (found.isFile()) return found
  if (!found.isDirectory()) return 'edited'
  const inside = readdirSync(join(root, path), { recursive: true, withFileTypes: true })
  const stays = inside.some((one) => {
    const whole = join(one.parentPath, one.name).slice(root.length + 1)
    return !one.isDirectory() && !leaving.has(whole.replaceAll('\\', '/'))
  })
  return stays ? 'edited' : 'free'
}

const statIfPresent = (path: string) => lstatSync(path, { throwIfNoEntry: false })

function isKnownContent(bytes: Buffer, { before, after }: FileChange): boolean {
  const kind = (before ?? after)?.oid.length === 64 ? 'sha256' : 'sha1'
  const oid = createHash(kind).update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
  return oid === before?.oid || oid === after?.oid
}
