import { type Face, shapeLine } from './typeset'

type Word = { text: string; width: number }
export type Box = { width: number; height: number; sizes: readonly number[]; leading: number }

/**
 * Text set as large as it fits into the box, in lines of about the same length. What does not fit even in the smallest
 * size ends in an ellipsis. The work is bounded: each word is measured once.
 */
export function fitText(text: string, face: Face, box: Box): { lines: string[]; size: number } {
  const space = shapeLine(' ', face).width + face.tracking
  const words = text
    .split(' ')
    .filter(Boolean)
    .map((word) => measure(word, face))
  const widest = Math.max(0, ...words.map(({ width }) => width))
  for (const size of box.sizes) {
    const max = box.width / size
    if (widest > max) continue
    const lines = breakLines(words, space, max)
    if (lines.length <= rowsIn(box, size)) return { size, lines: balance(words, space, max, lines.length) }
  }
  const size = box.sizes.at(-1) ?? 16
  return { size, lines: clamp(words, space, face, box, size) }
}

const measure = (text: string, face: Face): Word => ({ text, width: shapeLine(text, face).width })
const rowsIn = (box: Box, size: number) => Math.max(1, Math.floor(box.height / (size * box.leading)))
const join = (lines: Word[][]) => lines.map((line) => line.map(({ text }) => text).join(' '))

function breakLines(words: Word[], space: number, max: number): Word[][] {
  const lines: Word[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const word of words) {
    if (used + space + word.width <= max) {
      lines.at(-1)?.push(word)
      used += space + word.width
    } else {
      lines.push([word])
      used = word.width
    }
  }
  return lines
}

/** The narrowest measure that still gives as many lines: what `text-wrap: balance` does on the page. */
function balance(words: Word[], space: number, max: number, rows: number): string[] {
  let [low, high] = [0, max]
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2
    const fits =
      breakLines(words, space, middle).length <= rows && words.every(({ width }) => width <= middle)
    if (fits) high = middle
    else low = middle
  }
  return join(breakLines(words, space, high))
}

function clamp(words: Word[], space: number, face: Face, box: Box, size: number): string[] {
  const max = box.width / size
  const lines = breakLines(
    words.flatMap((word) => pieces(word, face, max)),
    space,
    max,
  )
  const rows = rowsIn(box, size)
  if (lines.length <= rows) return join(lines)
  const kept = join(lines.slice(0, rows))
  let last = kept.pop() ?? ''
  while (last !== '' && shapeLine(`${last}…`, face).width > max) {
    last = last.includes(' ') ? last.slice(0, last.lastIndexOf(' ')) : last.slice(0, -1)
  }
  return [...kept, `${last.replace(/[\s,.:;–—-]+$/, '')}…`]
}

/** A word that is wider than the line, in pieces that are not. */
function pieces(word: Word, face: Face, max: number): Word[] {
  if (word.width <= max) return [word]
  const letters = Array.from(word.text)
  const half = Math.ceil(letters.length / 2)
  if (half === letters.length) return [word]
  return [letters.slice(0, half), letters.slice(half)].flatMap((part) =>
    pieces(measure(part.join(''), face), face, max),
  )
}
