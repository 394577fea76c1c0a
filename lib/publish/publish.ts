import { join } from 'node:path'
import { previewSecret } from '@/lib/preview-token'
import { checkoutContent } from '@/lib/publish/checkout-content'
import type { UnpublishedChanges } from '@/lib/publish/publication-state'
import { checkBody } from '@/lib/render/check'
import { openStore, type WritableStore } from '@/lib/store/open'
import { countPosts } from '@/lib/store/queries/status'
import { type GitChanges, storedGitState } from '@/lib/store/sync/git-changes'
import { syncStore } from '@/lib/store/sync/sync'
import type { SyncReport } from '@/lib/store/sync/sync-report'
import { readGitChanges } from './changed-paths'
import { listDirtyPaths } from './git'
import { needsFullSync } from './needs-full-sync'
import { hasIndex, rebuildIndex } from './rebuild-index'

/**
 * From the remote to the index: take the newsroom's files, validate, and swap the index in one transaction. A post with an error keeps its last
 * good version. Throws a GitError if the branch cannot be fast-forwarded; the index is then unchanged.
 */
export async function publish(root: string): Promise<UnpublishedChanges & { report: SyncReport }> {
  // Git looks at every file for this, 0.2 s of 100,000: meanwhile the remote answers.
  const edited = listDirtyPaths(root)
  edited.catch(() => undefined)
  const taken = await checkoutContent(root)
  const path = join(root, '.content', 'index.db')
  const here = hasIndex(path)
    ? await withIndex(
        root,
        path,
        async (archive, tree) =>
          needsFullSync(countPosts(archive), tree) ? undefined : await sync(root, archive, tree),
        () => edited,
      )
    : undefined
  if (here) return { ...taken, report: here }
  await rebuildIndex(root)
  const rest = await withIndex(root, path, (archive, tree) => sync(root, archive, tree))
  // What is in it now, and what readers were shown before, nobody has compared: every page may be old.
  const report = { ...rest, frontChanged: true, authorsChanged: true, pagesChanged: true }
  return { ...taken, report }
}

async function withIndex<T>(
  root: string,
  path: string,
  use: (archive: WritableStore, tree?: GitChanges) => Promise<T>,
  edited?: () => Promise<string[]>,
): Promise<T> {
  const archive = openStore(path)
  try {
    return await use(archive, await readGitChanges(root, storedGitState(archive.connection()), edited))
  } finally {
    archive.close()
  }
}

function sync(root: string, archive: WritableStore, tree?: GitChanges): Promise<SyncReport> {
  const keepDrafts = previewSecret() !== undefined
  return syncStore(archive, { root, now: new Date(), keepDrafts, checkBody, gitChanges: tree })
}
