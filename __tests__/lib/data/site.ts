import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '@/lib/store/open'
import { latest } from '@/lib/store/queries/lists'
import { pages } from '@/lib/store/queries/posts'
import { syncArchive } from '@/lib/store/sync/sync'
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
  const archive = openArchive(join(folder, '.content', 'index.db'))
  await syncArchive(archive, { root: home, now: new Date() })
  process.chdir(folder)
  const now = Date.now()
  const posts = [...latest(archive, now, 100_000), ...pages(archive, now)]
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
