/**
 * Makes the fonts from the open ones of the @fontsource packages: `npm run fonts`. Those of the pages, in app/fonts, must
 * stay under 100 KB together, so each is cut to the letters of Western and Central Europe and to the part of its
 * design space that the site uses. Those of the drawn cards, in lib/images/fonts, never travel: they have every
 * Latin letter, in the formats that the shaper reads.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')
const common = `${range(0x20, 0x7e)}${range(0xc0, 0xff)}\u00a0¡£§©«®°±·»¿–—‘’‚“”„…‹›€−×ŒœŠšŽžŁł`
const latin = [
  [0x20, 0x7e],
  [0xa0, 0x2ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2044],
  [0x2070, 0x20bf],
]
  .map(([from = 0, to = 0]) => range(from, to))
  .concat('™ℓ−∕')
  .join('')

type Axes = Record<string, number | { min: number; max: number }>
const newsreader = (script: string, style = 'normal') =>
  `newsreader/files/newsreader-${script}-standard-${style}`
const publicSans = (script: string) => `public-sans/files/public-sans-${script}-wght-normal`
const headline = { wght: 520, opsz: 60 }

const forPages: [name: string, source: string, axes: Axes][] = [
  ['display', newsreader('latin'), headline],
  ['text', newsreader('latin'), { wght: { min: 400, max: 650 }, opsz: 18 }],
  ['italic', newsreader('latin', 'italic'), { wght: 400, opsz: 18 }],
  ['sans', publicSans('latin'), { wght: { min: 400, max: 700 } }],
]
const forCards: [name: string, source: string, axes: Axes][] = ['latin', 'latin-ext', 'vietnamese'].flatMap(
  (script) => {
    const suffix = script.replace(/^latin/, '').replace(/^(?=[a-z])/, '-')
    return [
      [`headline${suffix}`, newsreader(script), headline],
      [`sans${suffix}`, publicSans(script), { wght: 560 }],
    ] satisfies [string, string, Axes][]
  },
)

async function cut(file: string, source: string, letters: string, variationAxes: Axes) {
  const original = readFileSync(`node_modules/@fontsource-variable/${source}.woff2`)
  const targetFormat = file.endsWith('.ttf') ? 'sfnt' : 'woff2'
  const made = await subsetFont(original, letters, { targetFormat, variationAxes })
  writeFileSync(file, made)
  console.log(`${file}  ${original.length} → ${made.length} bytes`)
}

for (const [name, source, axes] of forPages) await cut(`app/fonts/${name}.woff2`, source, common, axes)
for (const [name, source, axes] of forCards) await cut(`lib/images/fonts/${name}.ttf`, source, latin, axes)
