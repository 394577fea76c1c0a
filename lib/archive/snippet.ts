import { type Word, wordsIn } from './words'

/** A part of the text around a find, in pieces; those that were looked for are highlighted. */
export type Piece = { text: string; highlighted: boolean }

const length = 28

/** The part of a text with the most different finds, about thirty words long; undefined when there is none in it. */
export function snippetOf(text: string, isFind: (term: string) => boolean): Piece[] | undefined {
  const words = wordsIn(text)
  const finds = words.flatMap((word, place) => (word.terms.some(isFind) ? [place] : []))
  const best = bestWindow(words, finds)
  if (best === undefined) return undefined
  const first = Math.max(0, Math.min(best - 4, words.length - length))
  const window = words.slice(first, first + length)
  const isCut = { before: first > 0, after: first + length < words.length }
  const from = isCut.before ? (window[0]?.start ?? 0) : 0
  const to = isCut.after ? (window.at(-1)?.end ?? text.length) : text.length
  const pieces: Piece[] = []
  const add = (piece: string, highlighted: boolean) => {
    if (piece) pieces.push({ text: piece, highlighted })
  }
  let at = from
  add(isCut.before ? '…' : '', false)
  for (const { start, end } of window.filter(({ terms }) => terms.some(isFind))) {
    add(text.slice(at, start), false)
    add(text.slice(start, end), true)
    at = end
  }
  add(text.slice(at, to) + (isCut.after ? '…' : ''), false)
  return pieces
}

/** The find at which a window begins that holds the most different terms. */
function bestWindow(words: Word[], finds: number[]): number | undefined {
  let best: { at: number; score: number } | undefined
  for (const at of finds.slice(0, 200)) {
    const inside = finds.filter((place) => place >= at && place < at + length - 4)
    const score = new Set(inside.map((place) => words[place]?.terms.join(' '))).size
    if (!best || score > best.score) best = { at, score }
  }
  return best?.at
}
