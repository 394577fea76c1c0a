import { parseFileName } from '@/lib/content/file-name'
import type { Connection } from '../database'
import type { ChangeSet } from './change-set'

/**
 * A post that was renamed (`.md` to `.mdx`) and is held back under its new name would vanish with the old file. Its
 * last good version stays instead, until the new file is mended or gone. Which post it was, its slug says.
 */
export function keepRenamedPosts(db: Connection, changes: ChangeSet): void {
  const held = db.all<{ path: string }>(
    'SELECT path FROM files WHERE good = 0 AND path NOT IN (SELECT path FROM posts)',
  )
  const wanted = new Set(held.map(({ path }) => parseFileName(path).slug))
  for (const [path, after] of [...changes.after]) {
    const before = changes.before.get(path)
    if (after || !before || !wanted.has(before.slug)) continue
    changes.restore(path)
    // A size that no file has: the old name is looked for, and not found, by every sync to come.
    db.run("INSERT OR REPLACE INTO files (path, size, mtime, hash, good) VALUES (?, -1, -1, '', 0)", path)
  }
}
