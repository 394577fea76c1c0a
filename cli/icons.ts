/**
 * `npm run icons`: draws the icons and the logo in public/ from the mark (lib/images/logo.ts) and the colours of the
 * publication. A newsroom with a mark of its own puts its own files in their place.
 */
import { writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { logo } from '@/lib/images/logo'
import { site } from '@/site.config'

const { paper, accent } = site.colours.light

/** The mark in the middle of a square of 64, `width` wide; the ground with round corners where nobody else cuts them. */
function square({ width, dots, ground, corner = 0 }: Record<'dots' | 'ground', string> & Sizes) {
  const scale = width / logo.width
  const [left, top] = [(64 - width) / 2, (64 - logo.height * scale) / 2]
  const circles = logo.dots.map(
    ({ x, y }) => `<circle cx="${left + x * scale}" cy="${top + y * scale}" r="${logo.radius * scale}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="${corner}" fill="${ground}"/><g fill="${dots}">${circles.join('')}</g></svg>\n`
}
type Sizes = { width: number; corner?: number }

const png = (svg: string, size: number) =>
  sharp(Buffer.from(svg), { density: (72 * size) / 64 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()

/** An .ico file is a list of PNGs: a head of six bytes, sixteen bytes about each, then the pictures. */
async function ico(svg: string, sizes: number[]): Promise<Buffer> {
  const pictures = await Promise.all(sizes.map((size) => png(svg, size)))
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, picture] of pictures.entries()) {
    const at = 6 + 16 * index
    head.writeUInt8(sizes[index] ?? 0, at)
    head.writeUInt8(sizes[index] ?? 0, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(picture.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += picture.length
  }
  return Buffer.concat([head, ...pictures])
}

const icon = square({ width: 42, dots: paper, ground: accent, corner: 12 })
// Phones cut their own shape out of these; what must survive lies within four fifths of the width.
const whole = square({ width: 34, dots: paper, ground: accent })
const logoFile = square({ width: 40, dots: accent, ground: paper })

const files: Record<string, string | Buffer> = {
  'icon.svg': icon,
  'logo.svg': logoFile,
  'favicon.ico': await ico(icon, [16, 32, 48]),
  'icon-192.png': await png(icon, 192),
  'icon-512.png': await png(icon, 512),
  'icon-maskable-512.png': await png(whole, 512),
  'apple-touch-icon.png': await png(whole, 180),
  'logo.png': await png(logoFile, 600),
}
for (const [name, content] of Object.entries(files)) {
  writeFileSync(`public/${name}`, content)
  console.log(`public/${name}  ${Buffer.byteLength(content)} bytes`)
}
