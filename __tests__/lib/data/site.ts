import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@/lib/store/open'
import { listLatest } from '@/lib/store/queries/lists'
import { listPages } from '@/lib/store/queries/posts'
import { syncStore } from '@/lib/store/sync/sync'
import { newsroom } from '../store/newsroom'

const home = process.cwd()
const realNow = Date.now
let folder: string | undefined

/** A newsroom that the door of this process looks into: it finds the index by the folder it was started in. */
export function openSite() {
  const room = newsroom()
  process.chdir(room.root)
  return room
}

/** The site as it is, with all its posts, in an index of its own. Gives the slugs of what is public. */
export async function openWholeSite(): Promise<string[]> {
  folder = mkdtempSync(join(tmpdir(), 'site-'))
  const archive = openStore(join(folder, '.content', 'index.db'))
  await syncStore(archive, { root: home, now: new Date() })
  process.chdir(folder)
  const now = Date.now()
  const posts = [...listLatest(archive, now, 100_000), ...listPages(archive, now)]
  archive.close()
  return posts.map(({ slug }) => slug)
}

/** Sets the clock of the door. */
export function clock(at: number) {
  Date.now = () => at
}

export function leaveSite() {
  Date.now = realNow
  process.chdir(home)
  if (folder) rmSync(folder, { recursive: true })
}
