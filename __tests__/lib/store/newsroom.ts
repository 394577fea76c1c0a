import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openStore } from '@/lib/store/open'
import { type SyncOptions, syncStore } from '@/lib/store/sync/sync'

const opened: { close(): void }[] = []
const folders: string[] = []

/** A repository in a temporary folder, with an author and whatever a test puts in, and its index. */
export function newsroom() {
  const root = mkdtempSync(join(tmpdir(), 'newsroom-'))
  folders.push(root)
  const index = join(root, '.content', 'index.db')
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  mkdirSync(join(root, 'posts'))
  write('authors/desk.md', '---\nname: The desk\n---\n\nWe write.\n')
  return {
    root,
    index,
    write,
    remove: (path: string) => rmSync(join(root, path), { recursive: true }),
    sync(options: Partial<SyncOptions> = {}) {
      const archive = openStore(index)
      return syncStore(archive, { root, now: new Date(now), ...options }).finally(archive.close)
    },
    reader() {
      const archive = openStore(index, { readonly: true })
      opened.push(archive)
      return archive
    },
  }
}

/** The moment at which these tests take place. */
export const now = Date.parse('2026-06-01T12:00:00Z')

/** A post as an author would write it. Fields replace or join those every post has. */
export function post(fields: Record<string, string> = {}, body = 'The story.'): string {
  const all = { title: 'A story', description: 'What it is about.', author: 'desk', ...fields }
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`)
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`
}

/** Closes and removes what a test opened and made. */
export function tidyUp() {
  for (const archive of opened.splice(0)) archive.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}
