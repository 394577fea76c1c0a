/** Pictures of pixels that may be in public/. AVIF is not: its decoder is young, and readers get AVIF made from the others. */
export type RasterKind = 'png' | 'jpeg' | 'gif' | 'webp'

/** Which one it is, by its first bytes alone. */
export function rasterKind(bytes: Buffer): RasterKind | undefined {
  const head = bytes.toString('latin1', 0, 16)
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  return head.startsWith('RIFF') && head.startsWith('WEBP', 8) ? 'webp' : undefined
}

/** Whether the file is that picture to its last byte, with nothing hung on behind. */
export function isCompleteRaster(kind: RasterKind, bytes: Buffer): boolean {
  const end = ends[kind](bytes)
  return end !== undefined && isPadding(bytes.subarray(end))
}

const isPadding = (rest: Buffer) => rest.every((byte) => byte === 0 || byte === 0x0a || byte === 0x0d)

/** Where the picture ends; undefined where it does not. */
const ends: Record<RasterKind, (bytes: Buffer) => number | undefined> = {
  png(bytes) {
    for (let at = 8; at + 12 <= bytes.length; ) {
      const next = at + 12 + bytes.readUInt32BE(at)
      if (next > bytes.length) return undefined
      if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return next
      at = next
    }
  },
  // Cameras and phones put more pictures, and films, behind the first one.
  jpeg: (bytes) => (bytes.lastIndexOf('\xff\xd9', undefined, 'latin1') > 0 ? bytes.length : undefined),
  webp(bytes) {
    const end = bytes.length < 12 ? 0 : bytes.readUInt32LE(4) + 8
    return end > 12 && end <= bytes.length + 1 ? end : undefined
  },
  gif(bytes) {
    const flags = bytes[10] ?? 0
    let at: number | undefined = 13 + tableSize(flags)
    while (at !== undefined && at < bytes.length) {
      const block = bytes[at]
      if (block === 0x3b) return at + 1
      if (block === 0x21) at = afterSubBlocks(bytes, at + 2)
      else if (block === 0x2c) at = afterSubBlocks(bytes, at + 11 + tableSize(bytes[at + 9] ?? 0))
      else return undefined
    }
  },
}

const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function afterSubBlocks(bytes: Buffer, start: number): number | undefined {
  for (let at = start; at < bytes.length; ) {
    const length = bytes[at] ?? 0
    at += length + 1
    if (length === 0) return at
  }
}
