import { join } from 'node:path'
import { openArchive, type WritableArchive } from '@/lib/archive/open'
import type { SyncReport } from '@/lib/archive/report'
import { postCount } from '@/lib/archive/state'
import { syncArchive } from '@/lib/archive/sync'
import { type Tree, treeSeen } from '@/lib/archive/tree'
import { checkBody } from '@/lib/mdx/check'
import { previewSecret } from '@/lib/preview-token'
import type { Undone } from '@/lib/publish/publication-state'
import { takeContent } from '@/lib/publish/take-content'
import { dirty } from './git'
import { lookAtTree } from './look-at-tree'
import { hasIndex, makeIndex } from './make-index'
import { isTooMuch } from './too-much'

/**
 * From the remote to the index: take the newsroom's files, validate, and swap the index in one transaction. A post with an error keeps its last
 * good version. Throws a GitError when the branch cannot be brought forward; the index is then as it was.
 */
export async function publish(root: string): Promise<Undone & { report: SyncReport }> {
  // Git looks at every file for this, 0.2 s of 100,000: meanwhile the remote answers.
  const edited = dirty(root)
  edited.catch(() => undefined)
  const taken = await takeContent(root)
  const path = join(root, '.content', 'index.db')
  const here = hasIndex(path)
    ? await withIndex(
        root,
        path,
        async (archive, tree) =>
          isTooMuch(postCount(archive), tree) ? undefined : await sync(root, archive, tree),
        () => edited,
      )
    : undefined
  if (here) return { ...taken, report: here }
  await makeIndex(root)
  const rest = await withIndex(root, path, (archive, tree) => sync(root, archive, tree))
  // What is in it now, and what readers were shown before, nobody has compared: every page may be old.
  const report = { ...rest, frontChanged: true, authorsChanged: true, pagesChanged: true }
  return { ...taken, report }
}

async function withIndex<T>(
  root: string,
  path: string,
  use: (archive: WritableArchive, tree?: Tree) => Promise<T>,
  edited?: () => Promise<string[]>,
): Promise<T> {
  const archive = openArchive(path)
  try {
    return await use(archive, await lookAtTree(root, treeSeen(archive.connection()), edited))
  } finally {
    archive.close()
  }
}

function sync(root: string, archive: WritableArchive, tree?: Tree): Promise<SyncReport> {
  const keepDrafts = previewSecret() !== undefined
  return syncArchive(archive, { root, now: new Date(), keepDrafts, checkBody, tree })
}
