import { git } from './run-git'

/** A file in a commit: `mode` in git's six digits, `oid` the name of its content. */
export type TreeEntry = { mode: string; oid: string }

/** One path that two commits have otherwise. Undefined where a commit does not have it. */
export type FileChange = { path: string; before?: TreeEntry; after?: TreeEntry }

/** What lies between two commits, by path. No file is read. */
export async function diffCommits(
  root: string,
  from: string,
  to: string,
  only: string[] = [],
): Promise<FileChange[]> {
  const options = [
    '-r',
    '--raw',
    '-z',
    '--no-renames',
    '--no-ext-diff',
    '--no-abbrev',
    '--ignore-submodules=none',
  ]
  const parts = (await git(root, ['diff-tree', ...options, from, to, '--', ...only])).split('\0')
  const changes: FileChange[] = []
  // ":100644 100644 oid oid M", then the path.
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [modeBefore = '', modeAfter = '', before = '', after = ''] = (parts[at] ?? '').slice(1).split(' ')
    changes.push({
      path: parts[at + 1] ?? '',
      before: entry(modeBefore, before),
      after: entry(modeAfter, after),
    })
  }
  return changes
}

const entry = (mode: string, oid: string): TreeEntry | undefined =>
  /^0+$/.test(mode) ? undefined : { mode, oid }
