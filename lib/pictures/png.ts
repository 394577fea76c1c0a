import sharp, { type PngOptions, type Sharp } from 'sharp'

/** What social networks and feed readers take without complaint. */
export const mostBytes = 600_000

// A drawing fits in full colour, a photograph in a palette, and noise only in a few colours.
const attempts: PngOptions[] = [
  { compressionLevel: 9 },
  { palette: true, effort: 1, colours: 256 },
  { palette: true, effort: 1, colours: 128, dither: 0.5 },
  { palette: true, effort: 1, colours: 40, dither: 0.3 },
  { palette: true, effort: 1, colours: 16, dither: 0 },
  // Two bits for each of 1200 × 1200 pixels are 360 KB, whatever the picture is.
  { palette: true, effort: 1, colours: 4, dither: 0 },
]

/** The picture as a PNG of less than 600 KB, with as many colours as that allows. */
export async function toPng(picture: Sharp): Promise<Uint8Array> {
  const { data, info } = await picture
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  let png: Uint8Array = new Uint8Array()
  for (const attempt of attempts) {
    png = await sharp(data, { raw: { width, height, channels } }).png(attempt).toBuffer()
    if (png.byteLength < mostBytes) break
  }
  return png
}
