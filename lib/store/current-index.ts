import { join } from 'node:path'
import { openStore } from './open'
import type { PostIndex } from './reader'
import { openRemoteStore } from './remote'
import { type SyncOptions, syncStore } from './sync/sync'

let opened: PostIndex | undefined

/**
 * The index of this site, `.content/index.db` or what CONTENT_DATABASE_URL names, opened on the first question and kept.
 * Throws a StoreError where there is none, and tries again on the next call.
 */
export function getStore(): PostIndex {
  opened ??= open()
  return opened
}

const publicIndex = () => join(process.cwd(), '.content', 'index.db')

/** Apart from what is served: a half-written file that `npm run dev` has seen must not be published by the next `npm start`. */
const developmentIndex = () => join(process.cwd(), '.content', 'development.db')

function open(): PostIndex {
  const { NODE_ENV, CONTENT_DATABASE_URL: url, CONTENT_DATABASE_TOKEN: token } = process.env
  // Who writes wants to see their own files.
  if (url && NODE_ENV !== 'development') return openRemoteStore(url, token ?? '')
  return openStore(NODE_ENV === 'development' ? developmentIndex() : publicIndex(), { readonly: true })
}

let syncing: Promise<unknown> | undefined

/**
 * For `next dev`: the index after a fresh look at posts/, so that an edit shows on the next reload. Calls within
 * 250 ms share one sync. A file with problems changes nothing here: the index keeps them for `listProblemsOf`.
 */
export async function getFreshStore(checkBody: SyncOptions['checkBody']): Promise<PostIndex> {
  syncing ??= syncDevelopmentIndex(checkBody).finally(() => setTimeout(() => (syncing = undefined), 250))
  await syncing
  return getStore()
}

async function syncDevelopmentIndex(checkBody: SyncOptions['checkBody']) {
  const writable = openStore(developmentIndex())
  try {
    await syncStore(writable, { root: process.cwd(), now: new Date(), keepDrafts: true, checkBody })
  } finally {
    writable.close()
  }
}
