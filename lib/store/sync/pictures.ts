import { join } from 'node:path'
import { measureImage } from '@/lib/images/image-jobs'
import { JobFailedError } from '@/lib/images/job-pool'
import { isPictureName } from '@/lib/public-files/kinds'
import { listPublicFiles, type PublicFile, publicFileProblem, readPublicFile } from '@/lib/public-files/list'
import type { FileFault } from '@/lib/public-files/svg'
import type { Connection } from '../database'
import { codeOf } from '../error-code'

/**
 * Brings the table of pictures up to date with public/. Opens only what is new or changed. A file that may not be published is kept with
 * its fault and a width of 0, so that it is not shown and not opened again.
 */
export async function syncPictures(db: Connection, root: string) {
  const { files, problems, unreadable } = await listPublicFiles(root)
  const known = new Map(
    db.all<PublicFile>('SELECT src, size, mtime FROM pictures').map((row) => [row.src, row]),
  )
  const there = new Set(files.map(({ src }) => src))
  const fresh = files.filter(({ src, size, mtime }) => {
    const seen = known.get(src)
    return !seen || seen.size !== size || seen.mtime !== mtime
  })
  const wasShown = (src: string) => isPictureName(src) && (known.has(src) || isMissed(db, src))
  const isHidden = (src: string) => unreadable.some((folder) => src.startsWith(`${folder}/`))
  const gone = [...known.keys()].filter((src) => !there.has(src) && !isHidden(src))
  for (const src of gone) db.run('DELETE FROM pictures WHERE src = ?', src)
  for (let at = 0; at < fresh.length; at += atOnce) {
    const some = fresh.slice(at, at + atOnce)
    const described = await Promise.all(
      some.map(async (file) => ({ file, ...(await readPublicFileInfo(root, file)) })),
    )
    for (const { file, width, height, type, fault } of described)
      db.run(
        'INSERT OR REPLACE INTO pictures (src, size, mtime, width, height, type, fault) VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[file.src, file.size, file.mtime, width, height, type, fault ? JSON.stringify(fault) : null],
      )
  }
  return {
    changed: [...gone, ...fresh.map(({ src }) => src)],
    /** Whether some may stand on pages already: a new picture, that no earlier story waits for, does not. */
    shownChanged: gone.some(isPictureName) || fresh.some(({ src }) => wasShown(src)),
    problems: [
      ...problems,
      ...faultyFiles(db)
        .filter(({ src }) => !isHidden(src))
        .map(({ src, fault }) => publicFileProblem(src, fault)),
    ],
  }
}

/** What that would say where nothing below public/ was touched. */
export const unchangedPictures = { changed: [], shownChanged: false, problems: undefined }

/** A file of public/: its media type, its size in pixels where it is a picture that pages can show, and what is wrong with it. */
export type PublicFileInfo = { type: string; width: number; height: number; fault?: FileFault }

/** Reads a file of public/ and says what it is. */
export async function readPublicFileInfo(root: string, file: PublicFile): Promise<PublicFileInfo> {
  const { kind, fault } = await readPublicFile(root, file)
  if (!kind) return { type: '', width: 0, height: 0, fault }
  if (!isPictureName(file.src)) return { type: kind.type, width: 0, height: 0 }
  const { fault: costly, ...size } = await sizeOf(join(root, 'public', file.src))
  if (costly)
    return { type: '', width: 0, height: 0, fault: { message: `This picture is not shown. ${costly}` } }
  if (size.width > 0) return { type: kind.type, ...size }
  const message = 'This is not a picture that can be read. Save it again as PNG, JPEG, WebP, GIF or SVG.'
  return { type: '', ...size, fault: { message } }
}

/** As many as there are processes to open them (lib/images/image-jobs.ts). */
const atOnce = 2

/**
 * As a browser shows it. A file that is no picture, or is gone meanwhile, is 0 × 0. With `fault`, why it is not shown although it
 * is one: it costs too much to draw.
 */
async function sizeOf(path: string): Promise<{ width: number; height: number; fault?: string }> {
  try {
    return await measureImage(path)
  } catch (error) {
    if (error instanceof JobFailedError || codeOf(error) !== undefined) return { width: 0, height: 0 }
    throw error
  }
}

const missedBy = `
SELECT 1 FROM posts WHERE summary ->> '$.image.src' = ?1
UNION ALL SELECT 1 FROM authors WHERE instr(author, ?1)
UNION ALL SELECT 1 FROM problems WHERE rule = 'image' AND instr(message, ?1) LIMIT 1`

/** Whether a post or an author had it for their picture before it was there, or the text of a post named it. */
const isMissed = (db: Connection, src: string) => db.one(missedBy, src) !== undefined

const faultyFiles = (db: Connection): { src: string; fault: FileFault }[] =>
  db
    .all<{ src: string; fault: string }>('SELECT src, fault FROM pictures WHERE fault IS NOT NULL')
    .map(({ src, fault }) => ({ src, fault: JSON.parse(fault) }))
