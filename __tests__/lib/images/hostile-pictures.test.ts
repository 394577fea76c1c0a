import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { cropImage, measureImage, resizeImage } from '@/lib/images/image-jobs'
import { gifOfManyFrames, hostileSvgs, jpegOfManyScans, largePng } from '../../fixtures/hostile-pictures'

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
const file = (name: string, bytes: string | Buffer) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const card = { width: 1200, height: 630 }
const middle = { x: 0.5, y: 0.5 }
const good = async () =>
  file(
    'good.png',
    await sharp({ create: { width: 90, height: 60, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  )

test.each(Object.entries(hostileSvgs))(
  'P18: an SVG of %s is refused with words for its author, and never holds up another picture',
  async (name, text) => {
    const path = file(`${name}.svg`, text)
    expect(readFileSync(path).length).toBeLessThan(50_000)
    const measuring = measureImage(path)
    const drawing = cropImage(path, card, middle, 600_000)
    drawing.catch(() => undefined)
    expect(await measureImage(await good())).toEqual({ width: 90, height: 60 })
    expect((await measuring).fault).toMatch(
      /^Opening it (took|needed) .* Make it simpler, or save it as PNG\.$/,
    )
    await expect(drawing).rejects.toMatchObject({ name: 'JobKilledError' })
  },
  300_000,
)

test.each([
  ['900 million pixels', 'png', async () => largePng(30_000), /900 million pixels/],
  ['20,000 frames', 'gif', async () => gifOfManyFrames(16, 20_000), /20000 frames/],
  ['a thousand passes', 'jpg', async () => jpegOfManyScans(1500, 1000), /passes/],
])(
  'P18: a picture of %s is refused with words for its author',
  async (name, ending, make, words) => {
    const path = file(`${name}.${ending}`, await make())
    expect((await measureImage(path)).fault).toMatch(words)
    await expect(cropImage(path, card, middle, 600_000)).rejects.toThrow()
    await expect(resizeImage(path, { width: 640, type: 'image/webp', quality: 75 })).rejects.toThrow()
  },
  120_000,
)

test.each(['avif', 'tiff'] as const)(
  'what is %s inside is never opened, whatever it is called',
  async (format) => {
    const bytes = await sharp({ create: { width: 90, height: 60, channels: 3, background: 'red' } })
      .toFormat(format)
      .toBuffer()
    await expect(measureImage(file(`${format}.jpg`, bytes))).rejects.toThrow('Not a picture')
  },
)
