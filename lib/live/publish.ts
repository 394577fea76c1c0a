import { join } from 'node:path'
import { openArchive } from '@/lib/archive/open'
import type { SyncReport } from '@/lib/archive/report'
import { syncArchive } from '@/lib/archive/sync'
import { treeSeen } from '@/lib/archive/tree'
import { checkBody } from '@/lib/mdx/check'
import { previewSecret } from '@/lib/preview-token'
import { pull } from './git'
import { lookAtTree } from './look-at-tree'
import { hasIndex, makeIndex } from './make-index'

/**
 * From the remote to the index: pull, validate, and swap the index in one transaction. A post with an error keeps its last
 * good version. Throws a GitError when the branch cannot be brought forward; the index is then as it was.
 */
export async function publish(root: string): Promise<{ commit: string; report: SyncReport }> {
  const { after } = await pull(root)
  const path = join(root, '.content', 'index.db')
  if (hasIndex(path)) return { commit: after, report: await sync(root, path) }
  await makeIndex(root)
  // What is in it now, and what readers were shown before, nobody has compared: every page may be old.
  const report = { ...(await sync(root, path)), frontChanged: true, authorsChanged: true, pagesChanged: true }
  return { commit: after, report }
}

async function sync(root: string, path: string): Promise<SyncReport> {
  const archive = openArchive(path)
  try {
    const tree = await lookAtTree(root, treeSeen(archive.connection()))
    const keepDrafts = previewSecret() !== undefined
    return await syncArchive(archive, { root, now: new Date(), keepDrafts, checkBody, tree })
  } finally {
    archive.close()
  }
}
