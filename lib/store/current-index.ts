import { join } from 'node:path'
import { openArchive } from './open'
import type { PostIndex } from './reader'
import { openRemote } from './remote'
import { type SyncOptions, syncArchive } from './sync/sync'

let opened: PostIndex | undefined

/**
 * The index of this site, `.content/index.db` or what CONTENT_DATABASE_URL names, opened on the first question and kept.
 * Throws an ArchiveError where there is none, and tries again with the next question.
 */
export function archive(): PostIndex {
  opened ??= open()
  return opened
}

const publicIndex = () => join(process.cwd(), '.content', 'index.db')

/** Apart from what is served: a half-written file that `npm run dev` has seen must not be published by the next `npm start`. */
const developmentIndex = () => join(process.cwd(), '.content', 'development.db')

function open(): PostIndex {
  const { NODE_ENV, CONTENT_DATABASE_URL: url, CONTENT_DATABASE_TOKEN: token } = process.env
  // Who writes wants to see their own files.
  if (url && NODE_ENV !== 'development') return openRemote(url, token ?? '')
  return openArchive(NODE_ENV === 'development' ? developmentIndex() : publicIndex(), { readonly: true })
}

let syncing: Promise<unknown> | undefined

/**
 * For `next dev`: the index after a fresh look at posts/, so that an edit shows on the next reload. Questions of
 * the same moment share one look. A file with problems changes nothing here: the index keeps them for `problemsOf`.
 */
export async function freshArchive(checkBody: SyncOptions['checkBody']): Promise<PostIndex> {
  syncing ??= look(checkBody).finally(() => setTimeout(() => (syncing = undefined), 250))
  await syncing
  return archive()
}

async function look(checkBody: SyncOptions['checkBody']) {
  const writable = openArchive(developmentIndex())
  try {
    await syncArchive(writable, { root: process.cwd(), now: new Date(), keepDrafts: true, checkBody })
  } finally {
    writable.close()
  }
}
