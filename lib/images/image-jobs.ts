import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { JobKilledError, JobPool } from './job-pool'

export type Size = { width: number; height: number }
/** The point of a picture that stays visible, as shares of its width and height. */
export type FocalPoint = { x: number; y: number }
/** The media types that smaller copies are made in. */
export type CopyType = 'image/avif' | 'image/webp' | 'image/jpeg' | 'image/png'

const worker = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/images/image-worker.mjs')
const shared = globalThis as { copydeskImagePool?: JobPool }

/**
 * The child processes in which pictures are opened and drawn. One pool for the process: the bundler puts this file into
 * several bundles. A reader waits at most waitSeconds + wallSeconds, less than the 30 s that a proxy waits.
 */
function pool(): JobPool {
  shared.copydeskImagePool ??= new JobPool(worker, {
    ...{ workers: 3, waiting: 100, waitSeconds: 17, idleSeconds: 30 },
    ...{ megabytes: 400, cpuSeconds: 8, wallSeconds: 12 },
  })
  return shared.copydeskImagePool
}

/**
 * The size of a picture file as a browser shows it: turned the way the camera was held. An SVG has the size it asks for.
 * `fault` is a sentence for the author of a picture that would take too much time or memory to draw. Throws a JobFailedError when
 * it is no picture, or when it is gone.
 */
export async function measureImage(file: string): Promise<Size & { fault?: string }> {
  try {
    // A sync can wait, and the machine may be busy: only the time of the processor counts.
    const options = { identity: `measure ${await identityOf(file)}`, isPatient: true, wallSeconds: 120 }
    return await pool().run<Size & { fault?: string }>('measure', { path: file }, options)
  } catch (error) {
    if (!(error instanceof JobKilledError)) throw error
    return { width: 0, height: 0, fault: `Opening it ${error.what}. Make it simpler, or save it as PNG.` }
  }
}

/** See cropTo in lib/images/rasterize.ts. `source` is the bytes of a picture, or the path of one. */
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
  return pool().run<Uint8Array>(
    'crop',
    { source, target, focalPoint, mostBytes },
    { identity: `crop ${identity}` },
  )
}

/** An SVG that the site made itself, as a PNG of less than `mostBytes`. */
export const drawSvg = (svg: string, mostBytes: number): Promise<Uint8Array> =>
  pool().run<Uint8Array>('toPng', { svg, mostBytes })

/** A smaller copy of a raster file; undefined for an animation. */
export async function resizeImage(
  file: string,
  copy: { width: number; type: CopyType; quality: number },
): Promise<Uint8Array | undefined> {
  const identity = `resize ${await identityOf(file)}`
  return pool().run<Uint8Array | undefined>('resize', { path: file, ...copy }, { identity })
}

/** Changes whenever the file does. */
export async function identityOf(file: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(file)
  return `${file} ${size} ${mtimeMs} ${ino}`
}
