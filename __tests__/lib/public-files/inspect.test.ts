import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { inspectFile } from '@/lib/public-files/inspect'
import { reservedFiles, reservedSlugs } from '@/lib/urls'

const faultOf = (path: string, content: string | Uint8Array) =>
  inspectFile(path, typeof content === 'string' ? Buffer.from(content) : content).fault?.message

const blank = sharp({ create: { width: 3, height: 2, channels: 3, background: '#345' } })
const [png, jpeg, webp, gif] = await Promise.all([
  blank.clone().png().toBuffer(),
  blank.clone().jpeg().toBuffer(),
  blank.clone().webp().toBuffer(),
  blank.clone().gif().toBuffer(),
])
const avif = await blank.clone().avif().toBuffer()
const page = '<!doctype html><html><body><script>alert(1)</script></body></html>'
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>'
const join2 = (...parts: (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const pdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n'
const emptyZip = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])

test('P17: the files of this repository may be there', () => {
  const files = readdirSync('public', { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files.length).toBeGreaterThan(30)
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name)
    expect({ path, fault: faultOf(path.replace(/^public\//, ''), readFileSync(path)) }).toEqual({
      path,
      fault: undefined,
    })
  }
})

test.each([
  ['chip.png', png],
  ['chip.jpg', jpeg],
  ['CHIP.JPEG', jpeg],
  ['chip.webp', webp],
  ['chip.gif', gif],
  ['a jpeg that is called a png.png', jpeg],
  ['chip.svg', drawing],
  [
    'chip.svg',
    `\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${drawing}`,
  ],
  ['paper.pdf', pdf],
  ['data.csv', 'year,chips\n2024,1 < 2\n'],
  ['data.json', '{"html": "<b>fine</b>"}'],
  ['talk.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello <i>there</i>\n'],
  ['talk.srt', '1\n00:00:01,000 --> 00:00:02,000\n<i>Hello</i>\n'],
  ['ads.txt', 'example.com, 1, DIRECT\n'],
  ['größe 2@2x.png', png],
])('P17: a harmless file may be there: %s', (path, content) => {
  expect(faultOf(`assets/${path}`, content)).toBeUndefined()
})

test.each<[string, string | Uint8Array]>([
  ['page.html', page],
  ['page.htm', page],
  ['page.xhtml', page],
  ['page.xht', page],
  ['page.shtml', page],
  ['page.xml', drawing],
  ['page.xsl', drawing],
  ['page.mathml', drawing],
  ['page.svgz', drawing],
  ['page.js', 'alert(1)'],
  ['page.mjs', 'alert(1)'],
  ['page.css', 'body{}'],
  ['page.wasm', '\0asm'],
  ['page.swf', 'FWS'],
  ['page.php', '<?php'],
  ['page.md', 'x'],
  ['page', page],
  ['chip.avif', avif],
  ['chip.png.html', page],
  ['.htaccess', 'x'],
  ['.hidden/chip.png', png],
  ['.well-known/pki-validation/proof.txt', 'x'],
  ['.png', png],
  ['chip.png;x', png],
  ['ch%69p.png', png],
  ['ch\\ip.png', png],
  ['a?b.png', png],
  ['a\u202egnp.svg', drawing],
])('P17: a file of another kind or of an odd name may not be there: %s', (path, content) => {
  expect(faultOf(path, content)).toMatch(/\. [A-Z]|public\/ takes/)
})

test.each<[string, string | Uint8Array]>([
  ['chip.png', drawing],
  ['chip.png', page],
  ['chip.jpg', join2('\ufeff', page)],
  ['chip.gif', 'GIF89a/*<script>*/=1;alert(1)//;'],
  ['chip.gif', 'GIF89a=1;alert(1)'],
  ['chip.png', png.subarray(0, 40)],
  ['chip.png', join2(png, page)],
  ['chip.png', join2(png, 'behind it')],
  ['chip.jpg', join2(jpeg, page)],
  ['chip.jpg', join2(jpeg.subarray(0, 2), '\u0000')],
  ['chip.jpg', join2(jpeg, emptyZip)],
  ['chip.gif', join2(gif, page)],
  ['chip.webp', join2(webp, page)],
  ['chip.jpg', join2(jpeg, pdf)],
  ['icon.ico', png],
  ['icon.ico', join2(Buffer.from([0, 0, 1, 0, 1, 0]), page)],
  ['paper.pdf', page],
  ['paper.pdf', `${page}${pdf}`],
  ['paper.pdf', `%PDF-1.7 ${page}\n%%EOF`],
  ['paper.pdf', join2(pdf, emptyZip)],
  ['paper.pdf', 'pdf'],
  ['film.mp4', page],
  ['film.webm', page],
  ['sound.mp3', page],
  ['sound.ogg', page],
  ['sound.wav', join2('RIFF\0\0\0\0WAVE', page)],
  ['font.woff2', page],
  ['font.woff2', 'wOF2'],
  ['book.zip', page],
  ['book.zip', join2('PK\x03\x04', page)],
  ['notes.txt', page],
  ['notes.txt', `  \n${page}`],
  ['notes.txt', `Some words. <ScRiPt src=x>`],
  ['notes.txt', '<p>hello'],
  ['notes.txt', '<!-- x --><p>'],
  ['notes.txt', '<x:script xmlns:x="http://www.w3.org/1999/xhtml">'],
  ['notes.txt', Buffer.from(`\ufeff${page}`, 'utf16le')],
  ['notes.txt', 'a\0b'],
  ['notes.txt', '\u001b[2J'],
  ['notes.txt', Buffer.from([0xff, 0xfe, 0x20])],
  ['data.csv', page],
  ['data.csv', 'a,b\n<svg/onload=alert(1)>,2'],
  ['data.json', '{"x": "</script><script>alert(1)</script>"}'],
  ['data.json', 'alert(1)'],
  ['site.webmanifest', page],
  ['talk.vtt', `no transcript`],
  ['talk.vtt', `WEBVTT\n\n${page}`],
  ['talk.srt', 'Hello'],
])(
  'P17: a file that is not what its name says, or two things at once, may not be there: %s (%#)',
  (path, content) => {
    expect(faultOf(`assets/${path}`, content)).toMatch(/\. [A-Z]|begins with|not JSON/)
  },
)

test('P17: no file takes the address of a page, a feed or a route', () => {
  for (const path of ['robots.txt', 'LLMS.txt', 'feed.json', 'manifest.webmanifest'])
    expect(faultOf(path, 'x')).toMatch(/address of the site itself/)
  for (const path of ['og/story/card.png', 'api/x.png', '_next/x.png', 'Category/news/feed.json'])
    expect(faultOf(path, png)).toMatch(/address of the site itself/)
})

test('the reserved names are those that app/ answers', () => {
  const names = readdirSync('app', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name))
    .map(({ name }) => name)
  const code = ['fonts', 'styles']
  expect(
    names.filter((name) => !name.includes('.') && !reservedSlugs.has(name) && !code.includes(name)),
  ).toEqual([])
  expect([...names.filter((name) => name.includes('.')), 'manifest.webmanifest'].sort()).toEqual(
    [...reservedFiles].sort(),
  )
})
