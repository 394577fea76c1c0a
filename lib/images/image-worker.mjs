import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { serveJobs } from './serve-jobs.mjs'

// Everything that opens a contributor's picture, in a process that can be killed (job-pool.ts). Nothing else may import sharp.

/** @typedef {'svg' | 'png' | 'jpeg' | 'webp' | 'gif'} Kind */
/** @typedef {{ width: number, height: number }} Size */

const limits = {
  bytes: 40_000_000,
  svgBytes: 8_000_000,
  pixels: 60_000_000,
  /** Of all frames of an animation together. */
  animatedPixels: 200_000_000,
  frames: 500,
  /** A progressive JPEG has about ten; each is another pass over all of its pixels. */
  scans: 100,
}

sharp.cache(false)
sharp.concurrency(1)
// Loaders of other formats (TIFF, HEIF, …) are never reached, whatever a file is called.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpeg',
    'VipsForeignLoadPng',
    'VipsForeignLoadWebp',
    'VipsForeignLoadNsgif',
    'VipsForeignLoadSvg',
  ],
})

serveJobs({ measure, crop, toPng: drawSvg, resize })

/**
 * The size of a picture as browsers show it, and with `fault` why it must not be used, in words for its author: it would cost
 * readers or the server too much. Throws on what is no picture.
 *
 * @param {{ path: string }} input
 * @returns {Promise<Size & { fault?: string }>}
 */
async function measure({ path }) {
  const { bytes, kind } = await identify(path)
  const tooLarge = weightOf(bytes, kind)
  if (tooLarge) return { width: 0, height: 0, fault: tooLarge }
  const metadata = await sharp(bytes, { limitInputPixels: false, animated: false }).metadata()
  const size = sizeOf(metadata)
  const fault = costOf(size, metadata.pages ?? 1, kind === 'jpeg' ? countScans(bytes) : 1)
  if (fault) return { ...size, fault }
  // Whether a drawing can be drawn in time cannot be seen from its head.
  if (kind === 'svg')
    await decode(bytes, kind, densityFor(size, { width: 600, height: 1 }))
      .raw()
      .toBuffer()
  return size
}

/**
 * @param {Size} size
 * @param {number} frames
 * @param {number} scans
 */
function costOf({ width, height }, frames, scans) {
  const pixels = width * height
  const millions = (/** @type {number} */ count) => `${Math.ceil(count / 1e6)} million pixels`
  if (pixels > limits.pixels)
    return `It has ${millions(pixels)}, and ${millions(limits.pixels)} are the limit. Make it smaller.`
  if (frames > limits.frames)
    return `It has ${frames} frames, and ${limits.frames} are the limit. Use a video.`
  if (pixels * frames > limits.animatedPixels)
    return `Its ${frames} frames have ${millions(pixels * frames)}, and ${millions(limits.animatedPixels)} are the limit. Make it smaller or use a video.`
  if (scans > limits.scans)
    return `It is decoded in ${scans} passes, and ${limits.scans} are the limit. Save it again as a usual JPEG.`
}

/**
 * A picture as a PNG of exactly the target's size, cropped around the focal point and laid on white where it is transparent.
 *
 * @param {{ source: Uint8Array | string, target: Size, focalPoint: { x: number, y: number }, mostBytes: number }} input
 */
async function crop({ source, target, focalPoint, mostBytes }) {
  const { bytes, kind } = await read(source)
  if (kind === 'gif') throw new Error('Not a picture in SVG, PNG, JPEG or WebP.')
  const plain = decode(bytes, kind)
  const drawn = sizeOf(await plain.metadata())
  const picture = kind === 'svg' ? decode(bytes, kind, densityFor(drawn, target)) : plain
  const size = kind === 'svg' ? sizeOf(await picture.metadata()) : drawn
  return toPng(
    picture
      .autoOrient()
      .extract(cutFrom(size, target, focalPoint))
      .resize(target.width, target.height, { fit: 'fill' })
      .flatten({ background: '#ffffff' }),
    mostBytes,
  )
}

/**
 * An SVG of our own as a PNG.
 *
 * @param {{ svg: string, mostBytes: number }} input
 */
function drawSvg({ svg, mostBytes }) {
  return toPng(sharp(Buffer.from(svg)), mostBytes)
}

/**
 * A smaller copy of a raster, with the qualities that Next's own optimiser uses. `undefined` for an animation, which stays
 * as it is.
 *
 * @param {{ path: string, width: number, type: 'image/avif' | 'image/webp' | 'image/jpeg' | 'image/png', quality: number }} input
 */
async function resize({ path, width, type, quality }) {
  const { bytes, kind } = await read(path)
  if (kind === 'svg' || kind === 'gif') throw new Error('Not a picture in PNG, JPEG or WebP.')
  if (kind === 'jpeg' && countScans(bytes) > limits.scans) throw new Error('It has too many scans.')
  const { pages = 1 } = await decode(bytes, kind).metadata()
  if (pages > 1) return undefined
  const smaller = decode(bytes, kind).autoOrient().resize(width, undefined, { withoutEnlargement: true })
  if (type === 'image/avif')
    return smaller.avif({ quality: Math.max(Math.round((quality * 5) / 8), 1), effort: 3 }).toBuffer()
  if (type === 'image/webp') return smaller.webp({ quality }).toBuffer()
  if (type === 'image/png') return smaller.png({ quality }).toBuffer()
  return smaller.jpeg({ quality, mozjpeg: true }).toBuffer()
}

/**
 * @param {Uint8Array | string} source bytes, or a path
 * @returns {Promise<{ bytes: Uint8Array, kind: Kind }>}
 */
async function identify(source) {
  const bytes = typeof source === 'string' ? await readFile(source) : source
  const kind = kindOf(bytes)
  if (kind) return { bytes, kind }
  throw new Error('Not a picture in SVG, PNG, JPEG, WebP or GIF.')
}

/** The same, and throws where it is too large. */
async function read(/** @type {Uint8Array | string} */ source) {
  const found = await identify(source)
  const fault = weightOf(found.bytes, found.kind)
  if (fault) throw new Error(fault)
  return found
}

/**
 * @param {Uint8Array} bytes
 * @param {Kind} kind
 */
function weightOf({ byteLength }, kind) {
  const most = kind === 'svg' ? limits.svgBytes : limits.bytes
  if (byteLength > most)
    return `It has ${Math.ceil(byteLength / 1e6)} MB, and ${most / 1e6} MB are the limit. Make it smaller.`
}

/**
 * By the first bytes, never by the name.
 *
 * @param {Uint8Array} bytes
 * @returns {Kind | undefined}
 */
function kindOf(bytes) {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString(
    'latin1',
  )
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  return /^(\xef\xbb\xbf)?\s*<([\s\S]*<)?svg[\s>]/i.test(head) ? 'svg' : undefined
}

/**
 * @param {Uint8Array} bytes
 * @param {Kind} kind
 * @param {number} [density]
 */
function decode(bytes, kind, density) {
  /** @type {import('sharp').SharpOptions} */
  const options = { limitInputPixels: limits.pixels, failOn: 'error', unlimited: false, animated: false }
  return sharp(bytes, kind === 'svg' && density ? { ...options, density } : options)
}

/** The passes of a JPEG: markers FF DA. Within coded data FF is always followed by 00 or a restart. */
function countScans(/** @type {Uint8Array} */ bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const scan = Buffer.from([0xff, 0xda])
  let scans = 0
  for (let at = buffer.indexOf(scan); at >= 0; at = buffer.indexOf(scan, at + 2)) scans++
  return scans
}

/**
 * @param {import('sharp').Metadata} metadata
 * @returns {Size}
 */
function sizeOf({ autoOrient: { width, height } }) {
  if (width > 0 && height > 0) return { width, height }
  throw new Error('The picture has no size.')
}

/**
 * The dots per inch at which a drawing is as large as it has to be: at 72, one unit is one pixel.
 *
 * @param {Size} drawn
 * @param {Size} target
 */
function densityFor({ width, height }, target) {
  const scale = Math.max(target.width / width, target.height / height)
  const affordable = Math.sqrt(limits.pixels / 2 / (width * height))
  return Math.min(100_000, Math.max(1, 72 * Math.min(scale, affordable)))
}

/**
 * The largest part of the picture in the target's proportions, as near to the focal point as the edges allow.
 *
 * @param {Size} size
 * @param {Size} target
 * @param {{ x: number, y: number }} focalPoint
 */
function cutFrom({ width, height }, target, focalPoint) {
  const scale = Math.min(width / target.width, height / target.height)
  const cut = { width: side(target.width * scale, width), height: side(target.height * scale, height) }
  const left = within(focalPoint.x * width - cut.width / 2, width - cut.width)
  return { ...cut, left, top: within(focalPoint.y * height - cut.height / 2, height - cut.height) }
}

const side = (/** @type {number} */ wanted, /** @type {number} */ most) =>
  Math.min(most, Math.max(1, Math.round(wanted)))
const within = (/** @type {number} */ wanted, /** @type {number} */ most) =>
  Math.max(0, Math.min(most, Math.round(wanted)))

/** @type {() => import('sharp').PngOptions[]} */
// A drawing fits in full colour, a photograph in a palette, and noise only in a few colours.
const attempts = () => [
  { compressionLevel: 9 },
  { palette: true, effort: 1, colours: 256 },
  { palette: true, effort: 1, colours: 128, dither: 0.5 },
  { palette: true, effort: 1, colours: 40, dither: 0.3 },
  { palette: true, effort: 1, colours: 16, dither: 0 },
  // Two bits for each of 1200 × 1200 pixels are 360 KB, whatever the picture is.
  { palette: true, effort: 1, colours: 4, dither: 0 },
]

/**
 * The picture as a PNG of less than so many bytes, with as many colours as that allows.
 *
 * @param {import('sharp').Sharp} picture
 * @param {number} mostBytes
 * @returns {Promise<Uint8Array>}
 */
async function toPng(picture, mostBytes) {
  const { data, info } = await picture
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  /** @type {Uint8Array} */
  let png = new Uint8Array()
  for (const attempt of attempts()) {
    png = await sharp(data, { raw: { width, height, channels } }).png(attempt).toBuffer()
    if (png.byteLength < mostBytes) break
  }
  return png
}
