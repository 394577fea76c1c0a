import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as hb from 'harfbuzzjs'

/** One file of a family: HarfBuzz's font, its size of the em, and the characters it can draw. */
export type FontFile = { font: hb.Font; unitsPerEm: number; codePoints: ReadonlySet<number> }
/** The files of a family; the first that has a character draws it. */
export type FontFamily = readonly FontFile[]

const folder = path.join(process.cwd(), 'lib/images/fonts')

async function openFontFile(name: string): Promise<FontFile> {
  const bytes = await readFile(path.join(folder, `${name}.ttf`))
  const data = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(data).set(bytes)
  const face = new hb.Face(new hb.Blob(data))
  return { font: new hb.Font(face), unitsPerEm: face.upem, codePoints: new Set(face.collectUnicodes()) }
}

const openFontFamily = (name: string): Promise<FontFamily> =>
  Promise.all([name, `${name}-ext`, `${name}-vietnamese`].map(openFontFile))

let opened: Promise<{ headline: FontFamily; sans: FontFamily }> | undefined

/**
 * The fonts that cards are drawn with, from lib/images/fonts and from nowhere else: no system font, no network.
 * Newsreader in the site's display cut and Public Sans, as plain TrueType, which is what HarfBuzz reads.
 */
export function cardFonts(): Promise<{ headline: FontFamily; sans: FontFamily }> {
  opened ??= openBoth().catch((error) => {
    opened = undefined
    throw error
  })
  return opened
}

async function openBoth() {
  const [headline, sans] = await Promise.all([openFontFamily('headline'), openFontFamily('sans')])
  return { headline, sans }
}
