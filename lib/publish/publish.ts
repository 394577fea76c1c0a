import { join } from 'node:path'
import { previewSecret } from '@/lib/preview-token'
import { takeContent } from '@/lib/publish/checkout-content'
import type { Undone } from '@/lib/publish/publication-state'
import { checkBody } from '@/lib/render/check'
import { openArchive, type WritableArchive } from '@/lib/store/open'
import { postCount } from '@/lib/store/queries/status'
import { type Tree, treeSeen } from '@/lib/store/sync/git-changes'
import { syncArchive } from '@/lib/store/sync/sync'
import type { SyncReport } from '@/lib/store/sync/sync-report'
import { lookAtTree } from './changed-paths'
import { dirty } from './git'
import { isTooMuch } from './needs-full-sync'
import { hasIndex, makeIndex } from './rebuild-index'

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
