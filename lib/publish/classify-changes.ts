import { inspectFile } from '@/lib/public-files/inspect'
import { eachContent } from './blob-contents'
import type { FileChange, TreeEntry } from './diff-commits'
import { isNewsroomPath } from './newsroom-paths'
import { caseFolded, limits, pathRefusal } from './path-rules'
import { GitError, git } from './run-git'

/** A path of the newsroom that was not taken, and why. */
export type RefusedFile = { path: string; why: string }

export type ClassifiedChanges = {
  /** The newsroom's, and allowed: these are written or removed. */
  content: (FileChange & { bytes: number })[]
  refused: RefusedFile[]
  /** The engine's: a deployment brings them. */
  engine: string[]
}

const kinds: Record<string, string> = {
  '120000': 'it is a link, and publishing makes none',
  '160000': 'it is a submodule, and publishing takes none',
}

/** Sorts what a push changes into what publishing takes, what it refuses, and what needs a deployment. */
export async function classifyChanges(
  root: string,
  commit: string,
  changes: FileChange[],
): Promise<ClassifiedChanges> {
  const engine = changes.filter(({ path }) => !isNewsroomPath(path)).map(({ path }) => path)
  const own = changes.filter(({ path }) => isNewsroomPath(path))
  if (own.length > limits.files) {
    const many = `${own.length} files changed at once, and publishing takes up to ${limits.files}`
    throw new GitError(`publish: ${many}. Deploy this commit: git pull, npm run build, restart.`)
  }
  const sizes = await sizesOf(root, own)
  const taken = await findCaseConflicts(root, commit, own)
  const refused: RefusedFile[] = []
  const content: ClassifiedChanges['content'] = []
  let total = 0
  for (const change of own) {
    const bytes = (change.after && sizes.get(change.after.oid)) ?? 0
    const why = change.after && (refusal(change.path, change.after, bytes) ?? taken(change.path))
    if (!why) total += bytes
    if (why) refused.push({ path: change.path, why })
    else content.push({ ...change, bytes })
  }
  if (total > limits.totalBytes)
    throw new GitError(`publish: ${total} bytes at once, and publishing takes up to ${limits.totalBytes}.`)
  // Where `posts` became a link, the stories in it are not gone: they stay as they were.
  const isUnder = ({ path, after }: FileChange) =>
    !after && refused.some((one) => path.startsWith(`${one.path}/`))
  const unfit = await findUnfitFiles(root, content)
  const isTaken = (change: FileChange) => !isUnder(change) && !unfit.some(({ path }) => path === change.path)
  return { content: content.filter(isTaken), refused: [...refused, ...unfit], engine }
}

/**
 * Files that public/ does not take. On the disk they would be sent by the next server that starts, and take the place of a page whose
 * address they have.
 */
async function findUnfitFiles(root: string, content: ClassifiedChanges['content']): Promise<RefusedFile[]> {
  const unfit: RefusedFile[] = []
  const below = content.filter(({ path }) => path.startsWith('public/'))
  for await (const { path, bytes } of eachContent(root, below)) {
    if (path.endsWith('/.gitkeep') && bytes.length === 0) continue
    const { fault } = inspectFile(path.slice('public/'.length), bytes)
    if (fault) unfit.push({ path, why: fault.message })
  }
  return unfit
}

function refusal(path: string, { mode }: TreeEntry, bytes: number): string | undefined {
  if (!mode.startsWith('100')) return kinds[mode] ?? 'it is no regular file'
  if (!path.includes('/') && !/\.(?:yml|txt)$/.test(path)) return 'it is a file where a folder belongs'
  if (bytes > limits.fileBytes) return `it has ${bytes} bytes, and may have ${limits.fileBytes}`
  return pathRefusal(path)
}

/** The sizes of contents, by their names. */
async function sizesOf(root: string, changes: FileChange[]): Promise<Map<string, number>> {
  const oids = changes.flatMap(({ after }) => (after?.mode.startsWith('100') ? [after.oid] : []))
  if (oids.length === 0) return new Map()
  const input = `${oids.join('\n')}\n`
  const told = await git(root, ['cat-file', '--batch-check=%(objectname) %(objectsize)'], { input })
  return new Map(told.split('\n').map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[1])]))
}

/** Says of a new path whether another one in the commit differs from it in upper and lower case only. */
async function findCaseConflicts(root: string, commit: string, changes: FileChange[]) {
  const added = changes.filter(({ before, after }) => !before && after).map(({ path }) => path)
  if (added.length === 0) return () => undefined
  const folders = [...new Set(added.map((path) => path.split('/')[0] ?? path))]
  const all = (await git(root, ['ls-tree', '-r', '-z', '--name-only', commit, '--', ...folders])).split('\0')
  const wanted = new Set(added.map(caseFolded))
  const found = new Map<string, string[]>()
  for (const path of all) {
    const key = caseFolded(path)
    if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), path])
  }
  return (path: string) => {
    const other = found.get(caseFolded(path))?.find((one) => one !== path)
    return other && `${other} is the same file where upper and lower case are one`
  }
}
