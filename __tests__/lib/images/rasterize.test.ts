import { mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { cropToRatio } from '@/lib/images/rasterize'
import { maxShareImageBytes } from '@/lib/images/share-image-size'
import { type ShareRatio, shareRatios } from '@/lib/urls'

const middle = { x: 0.5, y: 0.5 }
const red = { r: 255, g: 0, b: 0 }
const blue = { r: 0, g: 0, b: 255 }

const plain = (width: number, height: number, background: typeof red) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer()

/** Red on the left, blue on the right. */
async function twoColours(width: number, height: number): Promise<Buffer> {
  const half = { create: { width: Math.round(width / 2), height, channels: 3 as const, background: red } }
  return sharp(await plain(width, height, blue))
    .composite([{ input: half, left: 0, top: 0 }])
    .png()
    .toBuffer()
}

const svg = (inner: string, attributes = 'width="400" height="300"') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`,
  )

async function colourAt(png: Uint8Array, left: number, top: number): Promise<number[]> {
  const pixel = await sharp(png).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  return [...pixel]
}

async function sizeOf(png: Uint8Array) {
  const { width, height, format } = await sharp(png).metadata()
  return { width, height, format }
}

describe.each(Object.keys(shareRatios) as ShareRatio[])('%s', (ratio) => {
  test('any kind and shape of picture becomes a PNG of exactly that size', async () => {
    const wide = await twoColours(3000, 400)
    const pictures = [
      wide,
      await plain(40, 900, red),
      await sharp(wide).jpeg().toBuffer(),
      await sharp(wide).webp().toBuffer(),
      svg('<rect width="400" height="300" fill="red"/>'),
      svg('<rect width="8" height="3" fill="red"/>', 'viewBox="0 0 8 3"'),
    ]
    for (const picture of pictures) {
      const png = await cropToRatio(picture, ratio, middle)
      expect(await sizeOf(png)).toEqual({ ...shareRatios[ratio], format: 'png' })
    }
  })
})

test('what stays is around the focal point', async () => {
  const picture = await twoColours(2400, 600)
  expect(await colourAt(await cropToRatio(picture, '1x1', { x: 0, y: 0.5 }), 600, 600)).toEqual([255, 0, 0])
  expect(await colourAt(await cropToRatio(picture, '1x1', { x: 1, y: 0.5 }), 600, 600)).toEqual([0, 0, 255])
  const both = await cropToRatio(picture, '1x1', middle)
  expect(await colourAt(both, 100, 600)).toEqual([255, 0, 0])
  expect(await colourAt(both, 1100, 600)).toEqual([0, 0, 255])
})

test('a drawing is drawn at the size it is needed in, not enlarged afterwards', async () => {
  const png = await cropToRatio(
    svg('<rect width="20" height="30" fill="#000"/>', 'width="40" height="30"'),
    '4x3',
    middle,
  )
  expect(await colourAt(png, 595, 400)).toEqual([0, 0, 0])
  expect(await colourAt(png, 605, 400)).toEqual([255, 255, 255])
})

test('a PNG that an SVG wraps is in the picture', async () => {
  const inside = (await plain(60, 45, red)).toString('base64')
  for (const name of ['href', 'xlink:href']) {
    const wrapped = svg(
      `<image width="400" height="300" preserveAspectRatio="none" ${name}="data:image/png;base64,${inside}"/>`,
    )
    expect(await colourAt(await cropToRatio(wrapped, '4x3', middle), 600, 450)).toEqual([255, 0, 0])
  }
})

test('an SVG reaches neither files nor the network', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'picture-'))
  const file = path.join(folder, 'red.png')
  await writeFile(file, await plain(50, 50, red))
  let requests = 0
  const server = createServer((_, response) => {
    requests++
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const href of [
    `file://${file}`,
    file,
    path.relative(process.cwd(), file),
    `${address}/red.png`,
    `${address}/a.svg#x`,
  ]) {
    const inner = `<?xml-stylesheet href="${address}/a.css"?><style>@import url("${address}/b.css");</style>
      <rect width="400" height="300" fill="#00f"/><use href="${href}"/>
      <image width="400" height="300" preserveAspectRatio="none" href="${href}"/>
      <image width="400" height="300" preserveAspectRatio="none" xlink:href="${href}"/>
      <foreignObject width="400" height="300"><img xmlns="http://www.w3.org/1999/xhtml" src="${href}"/></foreignObject>`
    expect(await colourAt(await cropToRatio(svg(inner), '4x3', middle), 600, 450)).toEqual([0, 0, 255])
  }
  const entity = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><text y="50">&x;</text></svg>`
  await expect(cropToRatio(Buffer.from(entity), '4x3', middle)).rejects.toThrow()
  server.close()
  expect(requests).toBe(0)
})

test('a picture turned by its camera is turned back before it is cropped', async () => {
  const turned = await sharp(await twoColours(600, 300))
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 100 })
    .toBuffer()
  const colours = [0, 1].map(async (y) => colourAt(await cropToRatio(turned, '1x1', { x: 0.5, y }), 600, 600))
  const [above = [], below = []] = await Promise.all(colours)
  expect((above[0] ?? 0) - (above[2] ?? 0)).toBeGreaterThan(150)
  expect((below[2] ?? 0) - (below[0] ?? 0)).toBeGreaterThan(150)
})

test('what is transparent lies on white', async () => {
  expect(await colourAt(await cropToRatio(svg('<g/>'), 'card', middle), 5, 5)).toEqual([255, 255, 255])
})

test('even noise stays under 600 KB', async () => {
  let seed = 7
  const noise = Buffer.from(
    Array.from({ length: 900 * 900 * 3 }, () => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed >> 16
    }),
  )
  const picture = await sharp(noise, { raw: { width: 900, height: 900, channels: 3 } })
    .png()
    .toBuffer()
  expect((await cropToRatio(picture, '1x1', middle)).byteLength).toBeLessThan(maxShareImageBytes)
}, 30_000)

test.each([
  ['text', async () => Buffer.from('hello')],
  ['nothing', async () => Buffer.alloc(0)],
  ['HTML', async () => Buffer.from('<!doctype html><p>hello')],
  [
    'a GIF',
    async () =>
      sharp(await plain(9, 9, red))
        .gif()
        .toBuffer(),
  ],
  [
    'a TIFF',
    async () =>
      sharp(await plain(9, 9, red))
        .tiff()
        .toBuffer(),
  ],
  [
    'half a JPEG',
    async () =>
      (
        await sharp(await twoColours(900, 900))
          .jpeg()
          .toBuffer()
      ).subarray(0, 2000),
  ],
  ['only the first bytes of a PNG', async () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['more pixels than memory is good for', async () => plain(9000, 9000, red)],
  [
    'an SVG without an end',
    async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g>'),
  ],
  ['an SVG with nothing in it', async () => svg('', '')],
  ['an SVG as large as a wall', async () => svg('<g/>', 'width="1000000" height="1000000"')],
  ['an SVG of nine megabytes', async () => svg(`<!--${'x'.repeat(9_000_000)}-->`)],
  [
    'entities in entities',
    async () => {
      const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`)
      return Buffer.from(
        `<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">${entities.join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&a9;</text></svg>`,
      )
    },
  ],
])('%s is refused', async (_, make) => {
  await expect(cropToRatio(await make(), 'card', middle)).rejects.toThrow()
})
