import * as hb from 'harfbuzzjs'
import type { FontFamily, FontFile } from './fonts'

/** How text is set: which family, and the space added between letters, in ems. */
export type Face = { family: FontFamily; tracking: number }

type Glyph = { cut: FontFile; id: number; x: number; y: number }

/** A line as glyphs with their places and its width, all in ems. Every character must be in the family. */
export function shapeLine(text: string, { family, tracking }: Face): { glyphs: Glyph[]; width: number } {
  const glyphs: Glyph[] = []
  let width = 0
  for (const { cut, run } of runsOf(text, family)) {
    const buffer = new hb.Buffer()
    buffer.addText(run)
    buffer.guessSegmentProperties()
    hb.shape(cut.font, buffer)
    for (const glyph of buffer.getGlyphInfosAndPositions()) {
      const { codepoint: id, xAdvance = 0, xOffset = 0, yOffset = 0 } = glyph
      glyphs.push({ cut, id, x: width + xOffset / cut.unitsPerEm, y: yOffset / cut.unitsPerEm })
      width += xAdvance / cut.unitsPerEm + tracking
    }
  }
  return { glyphs, width: Math.max(0, width - tracking) }
}

function runsOf(text: string, family: FontFamily): { cut: FontFile; run: string }[] {
  const runs: { cut: FontFile; run: string }[] = []
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0
    const last = runs.at(-1)
    // A space stays in the run it is in, so that it does not cut one in two.
    const cut = last?.cut.codePoints.has(point)
      ? last.cut
      : family.find(({ codePoints: has }) => has.has(point))
    if (!cut) continue
    if (last?.cut === cut) last.run += letter
    else runs.push({ cut, run: letter })
  }
  return runs
}

/** A line as SVG outlines. x is its left end, or its right end with `end`; y is the baseline. */
export function drawLine(
  text: string,
  face: Face,
  { x, y, size, fill, end = false }: { x: number; y: number; size: number; fill: string; end?: boolean },
): string {
  const { glyphs, width } = shapeLine(text, face)
  const left = end ? x - width * size : x
  const outlines = glyphs.map(({ cut, ...glyph }) => {
    const scale = (size / cut.unitsPerEm).toFixed(5)
    const at = `${(left + glyph.x * size).toFixed(2)} ${(y - glyph.y * size).toFixed(2)}`
    return `<path transform="translate(${at}) scale(${scale} -${scale})" d="${cut.font.glyphToPath(glyph.id)}"/>`
  })
  return `<g fill="${fill}">${outlines.join('')}</g>`
}
