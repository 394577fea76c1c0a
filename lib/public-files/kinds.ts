import { isCompleteRaster, type RasterKind, rasterKind } from './raster'

/** What every file of a kind must be. `sniffed`: whether the bytes are looked through for what would make it a second kind. */
export type FileKind = {
  /** As people call it. */
  name: string
  /** The media type it is sent as. */
  type: string
  group: 'picture' | 'drawing' | 'document' | 'media' | 'font' | 'text' | 'archive'
  /** Whether the content is that kind, whole. Drawings and texts are read by inspect.ts. */
  is?: (bytes: Buffer) => boolean
}

const raster = (kind: RasterKind, name: string): FileKind => ({
  name,
  type: `image/${kind}`,
  group: 'picture',
  is: (bytes) => rasterKind(bytes) === kind && isCompleteRaster(kind, bytes),
})
const starts =
  (letters: string, at = 0) =>
  (bytes: Buffer) =>
    bytes.toString('latin1', at, at + letters.length) === letters
const media = (name: string, type: string, is: FileKind['is']): FileKind => ({
  name,
  type,
  group: 'media',
  is,
})
const text = (name: string, type: string): FileKind => ({ name, type, group: 'text' })
const zip = (name: string, type: string): FileKind => ({ name, type, group: 'archive', is: isZip })

const jpeg = raster('jpeg', 'JPEG')
const mp4 = media('MP4', 'video/mp4', isMp4)
const ogg = media('Ogg', 'audio/ogg', starts('OggS'))
const office = 'application/vnd.openxmlformats-officedocument.'
const openDocument = 'application/vnd.oasis.opendocument.'

/** Kinds of files that may be in public/, by the ending of their names. docs/authors.md has the list for people. */
export const kinds: Record<string, FileKind> = {
  png: raster('png', 'PNG'),
  jpg: jpeg,
  jpeg,
  gif: raster('gif', 'GIF'),
  webp: raster('webp', 'WebP'),
  svg: { name: 'SVG', type: 'image/svg+xml', group: 'drawing' },
  ico: { name: 'icon', type: 'image/x-icon', group: 'picture', is: isIcon },
  pdf: { name: 'PDF', type: 'application/pdf', group: 'document', is: isPdf },
  mp4,
  m4v: mp4,
  m4a: { ...mp4, type: 'audio/mp4' },
  webm: media(
    'WebM',
    'video/webm',
    (bytes) => starts('\x1a\x45\xdf\xa3')(bytes) && bytes.subarray(0, 64).includes('webm'),
  ),
  mp3: media('MP3', 'audio/mpeg', isMp3),
  ogg,
  oga: ogg,
  wav: media('WAV', 'audio/wav', (bytes) => starts('RIFF')(bytes) && starts('WAVE', 8)(bytes)),
  woff: { name: 'WOFF font', type: 'font/woff', group: 'font', is: isFont('wOFF') },
  woff2: { name: 'WOFF2 font', type: 'font/woff2', group: 'font', is: isFont('wOF2') },
  txt: text('text', 'text/plain'),
  csv: text('CSV', 'text/csv'),
  tsv: text('TSV', 'text/tab-separated-values'),
  vtt: text('WebVTT transcript', 'text/vtt'),
  srt: text('SubRip transcript', 'application/x-subrip'),
  json: text('JSON', 'application/json'),
  geojson: text('GeoJSON', 'application/geo+json'),
  webmanifest: text('web manifest', 'application/manifest+json'),
  zip: zip('ZIP', 'application/zip'),
  epub: zip('EPUB', 'application/epub+zip'),
  docx: zip('Word document', `${office}wordprocessingml.document`),
  xlsx: zip('Excel sheet', `${office}spreadsheetml.sheet`),
  pptx: zip('PowerPoint document', `${office}presentationml.presentation`),
  odt: zip('OpenDocument text', `${openDocument}text`),
  ods: zip('OpenDocument sheet', `${openDocument}spreadsheet`),
  gz: { name: 'gzip', type: 'application/gzip', group: 'archive', is: starts('\x1f\x8b\x08') },
}

/** `chip.SVG` is of the kind `svg`; undefined where files of that ending have no place in public/. */
export function kindOfName(name: string): FileKind | undefined {
  const ending = fileExtension(name)
  return Object.hasOwn(kinds, ending) ? kinds[ending] : undefined
}

/** In lower case, without the dot; '' where there is none. */
export const fileExtension = (name: string) => /[^/]\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** Whether a file of that name is shown as a picture on pages. */
export const isPictureName = (name: string) => /\.(?:png|jpe?g|gif|webp|svg)$/i.test(name)

const int = (bytes: Buffer, at: number) => (at + 4 <= bytes.length ? bytes.readUInt32BE(at) : -1)

function isIcon(bytes: Buffer): boolean {
  if (int(bytes, 0) !== 0x00000100 || bytes.length < 22) return false
  const count = bytes.readUInt16LE(4)
  for (let at = 6; at < 6 + count * 16; at += 16) {
    if (at + 16 > bytes.length) return false
    const [size, offset] = [bytes.readUInt32LE(at + 8), bytes.readUInt32LE(at + 12)]
    const picture = bytes.subarray(offset, offset + size)
    if (picture.length !== size || !(rasterKind(picture) === 'png' || int(picture, 0) === 0x28000000))
      return false
  }
  return count > 0
}

/** From its first byte: readers take a PDF that begins somewhere in the first kilobyte, after something else. */
function isPdf(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 1024)
  return /^%PDF-[12]\.\d/.test(head) && !markup.test(head) && bytes.subarray(-2048).includes('%%EOF')
}

/** Boxes, one after the other, to the end. */
function isMp4(bytes: Buffer): boolean {
  let at = 0
  for (let first = true; at < bytes.length; first = false) {
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (first ? name !== 'ftyp' : !/^[\w\s\xa9-]{4}$/.test(name)) return false
    const written = int(bytes, at)
    const size = written === 1 ? Number(at + 16 <= bytes.length && bytes.readBigUInt64BE(at + 8)) : written
    if (written === 0) return true
    if (size < 8) return false
    at += size
  }
  return at === bytes.length && at > 0
}

/** After the tag in front, if there is one, comes a frame of sound. */
function isMp3(bytes: Buffer): boolean {
  let at = 0
  if (starts('ID3')(bytes)) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10)
    at = 10 + (a << 21) + (b << 14) + (c << 7) + d
    while (bytes[at] === 0) at += 1
  }
  const second = bytes[at + 1] ?? 0
  // Eleven bits of ones, then a version and a layer that exist.
  return bytes[at] === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) !== 0
}

function isFont(letters: string) {
  return (bytes: Buffer) => starts(letters)(bytes) && int(bytes, 8) === bytes.length
}

/** From its first byte to its last. */
function isZip(bytes: Buffer): boolean {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  return (
    starts('PK\x03\x04')(bytes) &&
    end > 0 &&
    end + 22 <= bytes.length &&
    end + 22 + bytes.readUInt16LE(end + 20) === bytes.length
  )
}

/** Beginnings of documents and of what makes one work, as browsers look for them in what they are given. */
export const markup =
  /<(?:!doctype|\?xml|\?php|(?:[\w-]+:)?(?:html|head|body|script|iframe|frameset|object|embed|applet|svg|math|meta|base|link)(?=[\s/>]))/i
