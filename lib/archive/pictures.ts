import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import sharp from 'sharp'
import type { Problem } from '@/lib/content/problem'
import type { Connection } from './database'
import { codeOf } from './error-code'

const types: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
}

type Found = { src: string; size: number; mtime: number }

/**
 * Brings the table of pictures up to date with public/. Opens only what is new or changed. What is not a picture in
 * spite of its name is kept with a width of 0, so that it is not opened again.
 */
export async function syncPictures(db: Connection, root: string) {
  const { found, unreadable } = await listPictures(join(root, 'public'), '')
  const known = new Map(db.all<Found>('SELECT src, size, mtime FROM pictures').map((row) => [row.src, row]))
  const there = new Set(found.map(({ src }) => src))
  const fresh = found.filter(({ src, size, mtime }) => {
    const seen = known.get(src)
    return !seen || seen.size !== size || seen.mtime !== mtime
  })
  const wasShown = (src: string) => known.has(src) || isMissed(db, src)
  const isHidden = (src: string) => unreadable.some((folder) => src.startsWith(`${folder}/`))
  const gone = [...known.keys()].filter((src) => !there.has(src) && !isHidden(src))
  for (const src of gone) db.run('DELETE FROM pictures WHERE src = ?', src)
  for (const picture of fresh) {
    const { width, height } = await sizeOf(join(root, 'public', picture.src))
    db.run(
      'INSERT OR REPLACE INTO pictures (src, size, mtime, width, height, type) VALUES (?, ?, ?, ?, ?, ?)',
      ...[picture.src, picture.size, picture.mtime, width, height, types[endingOf(picture.src)] ?? ''],
    )
  }
  return {
    changed: [...gone, ...fresh.map(({ src }) => src)],
    /** Whether some may stand on pages already: a new picture, that no earlier story waits for, does not. */
    shownChanged: gone.length > 0 || fresh.some(({ src }) => wasShown(src)),
    problems: [...unreadable.map((folder) => cannotOpen(folder)), ...brokenPictures(db)],
  }
}

/** What that would say where nothing below public/ was touched. */
export const picturesAsTheyWere = { changed: [], shownChanged: false, problems: undefined }

const endingOf = (name: string) => extname(name).toLowerCase()

/** The pictures in a folder and below. Links do not count. */
export async function listPictures(
  folder: string,
  at: string,
): Promise<{ found: Found[]; unreadable: string[] }> {
  const found: Found[] = []
  const unreadable: string[] = []
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    return { found, unreadable: codeOf(error) === 'ENOENT' ? [] : [at] }
  }
  for (const entry of entries) {
    const src = `${at}/${entry.name}`
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      const inside = await listPictures(path, src)
      found.push(...inside.found)
      unreadable.push(...inside.unreadable)
    } else if (entry.isFile() && endingOf(entry.name) in types) {
      const info = await stat(path).catch(() => undefined)
      if (info) found.push({ src, size: info.size, mtime: info.mtimeMs })
    }
  }
  return { found, unreadable }
}

/** As a browser shows it: turned the way the camera was held. An SVG has the size it asks for, a file that is no picture 0 × 0. */
export async function sizeOf(path: string): Promise<{ width: number; height: number }> {
  try {
    return (await sharp(path).metadata()).autoOrient
  } catch {
    return { width: 0, height: 0 }
  }
}

const waiting = `
SELECT 1 FROM posts WHERE summary ->> '$.image.src' = ?1
UNION ALL SELECT 1 FROM authors WHERE instr(author, ?1)
UNION ALL SELECT 1 FROM problems WHERE rule = 'image' AND instr(message, ?1) LIMIT 1`

/** Whether a post or an author had it for their picture before it was there, or the text of a post named it. */
const isMissed = (db: Connection, src: string) => db.one(waiting, src) !== undefined

function cannotOpen(folder: string): Problem {
  const message = 'This folder cannot be read. The pictures in it are kept as they were known.'
  return { file: `public${folder}`, severity: 'error', rule: 'file', message }
}

function brokenPictures(db: Connection): Problem[] {
  return db.all<{ src: string }>('SELECT src FROM pictures WHERE width = 0').map(({ src }) => {
    const message = 'This is not a picture that can be read. Save it again as PNG, JPEG, WebP, GIF or SVG.'
    return { file: `public${src}`, severity: 'warning', rule: 'image', message }
  })
}
