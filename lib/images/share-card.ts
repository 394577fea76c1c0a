import { drawSvg } from '@/lib/images/image-jobs'
import { logo } from '@/lib/images/logo'
import { type ShareRatio, shareRatios } from '@/lib/urls'
import { site } from '@/site.config'
import { cardFonts } from './fonts'
import { drawableText } from './glyphs'
import { maxShareImageBytes } from './share-image-size'
import { drawLine, type Face } from './typeset'
import { fitText } from './wrap-text'

const { paper, ink, quiet, rule: hairline, accent } = site.colours.light

export type CardText = {
  title: string
  standfirst: string
  section: string
  publication: string
  date: string
}

const margin = 72
const sizes: Record<ShareRatio, readonly number[]> = {
  card: [132, 120, 108, 98, 90, 82, 74, 68, 62, 56, 52],
  '16x9': [140, 128, 116, 104, 96, 88, 80, 72, 66, 60, 54],
  '4x3': [168, 154, 140, 128, 116, 106, 96, 88, 80, 72, 64],
  '1x1': [196, 180, 164, 150, 138, 126, 116, 106, 96, 88, 80, 72, 64],
}

/**
 * A picture for a story that has none: the top of a newspaper's column with the headline, as a PNG of the ratio's size.
 * Looks the same on every machine, because its letters are outlines of our own fonts.
 */
export async function renderShareCard(text: CardText, ratio: ShareRatio): Promise<Uint8Array> {
  return drawSvg(await shareCardSvg(text, ratio), maxShareImageBytes)
}

/** The card as SVG, without text elements and without anything that points outside. */
export async function shareCardSvg(text: CardText, ratio: ShareRatio): Promise<string> {
  const { headline, sans } = await cardFonts()
  const { width, height } = shareRatios[ratio]
  const display: Face = { family: headline, tracking: -0.018 }
  const small: Face = { family: sans, tracking: 0.002 }
  const name = drawableText(text.publication, headline)
  // A title in letters that the fonts lack gives way to the publication's name.
  const title = drawableText(text.title, headline)
  const words = { title: title || name, standfirst: title && drawableText(text.standfirst, headline) }
  const right = width - margin
  const parts = [
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    rule(60, width, 6, ink),
    rule(71, width, 1.5, ink),
    drawLine(drawableText(text.section, sans), small, { x: margin, y: 122, size: 29, fill: accent }),
    drawLine(drawableText(text.date, sans), small, { x: right, y: 122, size: 27, fill: quiet, end: true }),
    ...headlineAndStandfirst(words, ratio, display),
    rule(height - 123, width, 1.5, hairline),
    ...wordmark(title && name, display, height - 60),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`
}

/** The headline as large as it fits and, where that leaves room, the standfirst. */
function headlineAndStandfirst(
  words: { title: string; standfirst: string },
  ratio: ShareRatio,
  face: Face,
): string[] {
  const top = 158
  const { width, height } = shareRatios[ratio]
  const room = height - top - 154
  const box = { width: width - 2 * margin, height: room, sizes: sizes[ratio], leading: 1.04 }
  const { lines, size } = fitText(words.title, face, box)
  const below = top + lines.length * size * 1.04
  const drawn = lines.map((line, row) =>
    drawLine(line, face, { x: margin - size * 0.03, y: top + size * (0.84 + row * 1.04), size, fill: ink }),
  )
  return [...drawn, ...standfirst(words.standfirst, face, { top: below + 34, bottom: top + room, width })]
}

function standfirst(
  text: string,
  face: Face,
  { top, bottom, width }: { top: number; bottom: number; width: number },
) {
  const size = 38
  const rows = Math.min(4, Math.floor((bottom - top) / (size * 1.3)))
  if (text === '' || rows < 2) return []
  const loose = { ...face, tracking: 0 }
  const box = { width: (width - 2 * margin) * 0.86, height: rows * size * 1.3, sizes: [size], leading: 1.3 }
  return fitText(text, loose, box).lines.map((line, row) =>
    drawLine(line, loose, { x: margin, y: top + size * (0.8 + row * 1.3), size, fill: quiet }),
  )
}

/** The publication's mark and its name. */
function wordmark(name: string, face: Face, y: number): string[] {
  const size = 1.3
  const dots = logo.dots.map(
    (dot) =>
      `<circle cx="${margin + dot.x * size}" cy="${y - 2 - (logo.height - dot.y) * size}" r="${logo.radius * size}" fill="${accent}"/>`,
  )
  return [...dots, drawLine(name, face, { x: margin + logo.width * size + 10, y, size: 46, fill: ink })]
}

const rule = (y: number, width: number, height: number, fill: string) =>
  `<rect x="${margin}" y="${y}" width="${width - 2 * margin}" height="${height}" fill="${fill}"/>`
