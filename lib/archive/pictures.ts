import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Problem } from '@/lib/content/problem'
import { measureImage } from '@/lib/images/image-jobs'
import { JobFailedError } from '@/lib/images/job-pool'
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
  for (let at = 0; at < fresh.length; at += atOnce) {
    const some = fresh.slice(at, at + atOnce)
    const sizes = await Promise.all(some.map(({ src }) => sizeOf(join(root, 'public', src))))
    for (const [place, { src, size, mtime }] of some.entries()) {
      const { width = 0, height = 0, fault = null } = sizes[place] ?? {}
      db.run(
        'INSERT OR REPLACE INTO pictures (src, size, mtime, width, height, type, fault) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[src, size, mtime, fault ? 0 : width, fault ? 0 : height, types[endingOf(src)] ?? '', fault],
      )
    }
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

/** As many as there are processes to open them (lib/images/image-jobs.ts). */
const atOnce = 2

/**
 * As a browser shows it. A file that is no picture, or is gone meanwhile, is 0 × 0. With `fault`, why it is not shown although it
 * is one: it costs too much to draw.
 */
export async function sizeOf(path: string): Promise<{ width: number; height: number; fault?: string }> {
  try {
    return await measureImage(path)
  } catch (error) {
    if (error instanceof JobFailedError || codeOf(error) !== undefined) return { width: 0, height: 0 }
    throw error
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
  type Row = { src: string; fault: string | null }
  return db.all<Row>('SELECT src, fault FROM pictures WHERE width = 0').map(({ src, fault }) => {
    const at = { file: `public${src}`, rule: 'image' } as const
    if (fault) return { ...at, severity: 'error', message: `This picture is not shown. ${fault}` }
    const message = 'This is not a picture that can be read. Save it again as PNG, JPEG, WebP, GIF or SVG.'
    return { ...at, severity: 'warning', message }
  })
}
