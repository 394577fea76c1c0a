import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { JobPool } from './job-pool'

export type Size = { width: number; height: number }
/** The point of a picture that stays visible, as shares of its width and height. */
export type FocalPoint = { x: number; y: number }
/** The media types that smaller copies are made in. */
export type CopyType = 'image/avif' | 'image/webp' | 'image/jpeg' | 'image/png'

const shared = globalThis as { copydeskImagePool?: JobPool }

/**
 * The child processes in which pictures are opened and drawn. One pool for the process: the bundler puts this file into
 * several bundles. A reader waits at most waitSeconds + wallSeconds, less than the 30 s that a proxy waits.
 */
function pool(): JobPool {
  shared.copydeskImagePool ??= new JobPool(
    path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/images/image-worker.mjs'),
    {
      ...{ workers: 2, waiting: 100, waitSeconds: 10, idleSeconds: 30 },
      ...{ megabytes: 400, cpuSeconds: 8, wallSeconds: 16 },
    },
  )
  return shared.copydeskImagePool
}

/**
 * The size of a picture file as a browser shows it: turned the way the camera was held. An SVG has the size it asks for.
 * Throws a JobFailedError or a JobKilledError with a sentence for the author when it is no picture, or one that takes too
 * much time or memory to draw.
 */
export async function measureImage(file: string): Promise<Size> {
  // Nobody waits for an answer here, and the machine may be busy: only the time of the processor counts.
  return pool().run<Size>('measure', { path: file }, { identity: await identityOf(file), wallSeconds: 120 })
}

/** See cropTo in lib/pictures/raster.ts. `source` is the bytes of a picture, or the path of one. */
export async function cropImage(
  source: Uint8Array | string,
  target: Size,
  focalPoint: FocalPoint,
  mostBytes: number,
): Promise<Uint8Array> {
  const identity =
    typeof source === 'string'
      ? await identityOf(source)
      : createHash('sha256').update(source).digest('base64')
  return pool().run<Uint8Array>('crop', { source, target, focalPoint, mostBytes }, { identity })
}

/** An SVG that the site made itself, as a PNG of less than `mostBytes`. */
export const drawSvg = (svg: string, mostBytes: number): Promise<Uint8Array> =>
  pool().run<Uint8Array>('toPng', { svg, mostBytes })

/** A smaller copy of a raster file; undefined for an animation. */
export async function resizeImage(
  file: string,
  copy: { width: number; type: CopyType; quality: number },
): Promise<Uint8Array | undefined> {
  return pool().run<Uint8Array | undefined>(
    'resize',
    { path: file, ...copy },
    { identity: await identityOf(file) },
  )
}

/** Changes whenever the file does. */
export async function identityOf(file: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(file)
  return `${file} ${size} ${mtimeMs} ${ino}`
}
