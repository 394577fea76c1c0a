import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as hb from 'harfbuzzjs'

/** One file of a family: HarfBuzz's font, its size of the em, and the characters it can draw. */
export type Cut = { font: hb.Font; em: number; has: ReadonlySet<number> }
/** The files of a family; the first that has a character draws it. */
export type Family = readonly Cut[]

const folder = path.join(process.cwd(), 'lib/images/fonts')

async function openCut(name: string): Promise<Cut> {
  const bytes = await readFile(path.join(folder, `${name}.ttf`))
  const data = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(data).set(bytes)
  const face = new hb.Face(new hb.Blob(data))
  return { font: new hb.Font(face), em: face.upem, has: new Set(face.collectUnicodes()) }
}

const openFamily = (name: string): Promise<Family> =>
  Promise.all([name, `${name}-ext`, `${name}-vietnamese`].map(openCut))

let opened: Promise<{ headline: Family; sans: Family }> | undefined

/**
 * The fonts that cards are drawn with, from lib/images/fonts and from nowhere else: no system font, no network.
 * Newsreader in the site's display cut and Public Sans, as plain TrueType, which is what HarfBuzz reads.
 */
export function cardFonts(): Promise<{ headline: Family; sans: Family }> {
  opened ??= openBoth().catch((error) => {
    opened = undefined
    throw error
  })
  return opened
}

async function openBoth() {
  const [headline, sans] = await Promise.all([openFamily('headline'), openFamily('sans')])
  return { headline, sans }
}
