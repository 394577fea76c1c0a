import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp'
import { type Ratio, ratios } from '@/lib/urls'
import { toPng } from './png'

/** The point of a picture that stays visible, as shares of its width and height. */
export type FocalPoint = { x: number; y: number }

const mostBytes = 16_000_000
const mostPixels = 60_000_000
const mostSvgBytes = 8_000_000
const seconds = 10

/**
 * A contributed picture as a PNG of exactly the ratio's size, cropped around the focal point and laid on white paper
 * where it is transparent. Takes SVG, PNG, JPEG and WebP; throws on everything else, on what is broken, larger than
 * the limits or slower than ten seconds.
 */
export async function cropTo(bytes: Uint8Array, ratio: Ratio, focalPoint: FocalPoint): Promise<Uint8Array> {
  const kind = kindOf(bytes)
  if (!kind) throw new Error('Not a picture in SVG, PNG, JPEG or WebP.')
  if (bytes.byteLength > (kind === 'svg' ? mostSvgBytes : mostBytes))
    throw new Error('The picture is too large.')
  return inTime(crop(bytes, kind, ratio, focalPoint))
}

async function crop(bytes: Uint8Array, kind: Kind, ratio: Ratio, focalPoint: FocalPoint) {
  const target = ratios[ratio]
  const plain = open(bytes, kind)
  const drawn = sizeOf(await plain.metadata())
  const picture = kind === 'svg' ? open(bytes, kind, densityFor(drawn, target)) : plain
  const size = kind === 'svg' ? sizeOf(await picture.metadata()) : drawn
  return toPng(
    picture
      .autoOrient()
      .extract(cutFrom(size, target, focalPoint))
      .resize(target.width, target.height, { fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .timeout({ seconds }),
  )
}

type Kind = 'svg' | 'png' | 'jpeg' | 'webp'
type Size = { width: number; height: number }

/** By the first bytes, never by the name. */
function kindOf(bytes: Uint8Array): Kind | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
    'latin1',
  )
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp'
  return /^(\xef\xbb\xbf)?\s*<([\s\S]*<)?svg[\s>]/i.test(head) ? 'svg' : undefined
}

function open(bytes: Uint8Array, kind: Kind, density?: number): Sharp {
  const options: SharpOptions = {
    limitInputPixels: mostPixels,
    failOn: 'error',
    unlimited: false,
    animated: false,
  }
  return sharp(bytes, kind === 'svg' ? { ...options, density } : options)
}

function sizeOf({ autoOrient: { width, height } }: Metadata): Size {
  if (width > 0 && height > 0) return { width, height }
  throw new Error('The picture has no size.')
}

/** The dots per inch at which a drawing is as large as it has to be: at 72, one unit is one pixel. */
function densityFor({ width, height }: Size, target: Size): number {
  const scale = Math.max(target.width / width, target.height / height)
  const affordable = Math.sqrt(mostPixels / 2 / (width * height))
  return Math.min(100_000, Math.max(1, 72 * Math.min(scale, affordable)))
}

/** The largest part of the picture in the target's proportions, as near to the focal point as the edges allow. */
function cutFrom({ width, height }: Size, target: Size, focalPoint: FocalPoint) {
  const scale = Math.min(width / target.width, height / target.height)
  const cut = { width: side(target.width * scale, width), height: side(target.height * scale, height) }
  const left = within(focalPoint.x * width - cut.width / 2, width - cut.width)
  return { ...cut, left, top: within(focalPoint.y * height - cut.height / 2, height - cut.height) }
}

const side = (wanted: number, most: number) => Math.min(most, Math.max(1, Math.round(wanted)))
const within = (wanted: number, most: number) => Math.max(0, Math.min(most, Math.round(wanted)))

/** sharp's own timeout does not interrupt a drawing that is slow to draw, so nobody waits for it any longer. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The picture took too long.')), seconds * 1000)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
