/**
 * Makes the four files in app/fonts from the open fonts of the @fontsource packages: `npm run fonts`.
 * Together they must stay under 100 KB, so each is cut to the letters of Western and Central Europe and to the
 * part of its design space that the site uses.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')
const letters = `${range(0x20, 0x7e)}${range(0xc0, 0xff)}\u00a0¡£§©«®°±·»¿–—‘’‚“”„…‹›€−×ŒœŠšŽžŁł`

const newsreader = '@fontsource-variable/newsreader/files/newsreader-latin-standard-'
const publicSans = '@fontsource-variable/public-sans/files/public-sans-latin-wght-'

type Axes = Record<string, number | { min: number; max: number }>
const cuts: [name: string, source: string, axes: Axes][] = [
  ['display', `${newsreader}normal`, { wght: 520, opsz: 60 }],
  ['text', `${newsreader}normal`, { wght: { min: 400, max: 650 }, opsz: 18 }],
  ['italic', `${newsreader}italic`, { wght: 400, opsz: 18 }],
  ['sans', `${publicSans}normal`, { wght: { min: 400, max: 700 } }],
]

for (const [name, source, variationAxes] of cuts) {
  const original = readFileSync(`node_modules/${source}.woff2`)
  const cut = await subsetFont(original, letters, { targetFormat: 'woff2', variationAxes })
  writeFileSync(`app/fonts/${name}.woff2`, cut)
  console.log(`app/fonts/${name}.woff2  ${original.length} → ${cut.length} bytes`)
}
