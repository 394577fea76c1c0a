import { type Word, wordsIn } from './tokenize'

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
  const pieces = piecesOf(text, window, isFind, from, to)
  const dots = (isThere: boolean) => (isThere ? [{ text: '…', highlighted: false }] : [])
  return [...dots(isCut.before), ...pieces, ...dots(isCut.after)]
}

/** A whole text with its finds highlighted. */
export const marked = (text: string, isFind: (term: string) => boolean): Piece[] =>
  piecesOf(text, wordsIn(text), isFind, 0, text.length)

function piecesOf(
  text: string,
  words: Word[],
  isFind: (term: string) => boolean,
  from: number,
  to: number,
): Piece[] {
  const finds = words.filter(({ terms }) => terms.some(isFind))
  const between = [from, ...finds.flatMap(({ start, end }) => [start, end]), to]
  // By turns what lies between the finds and the finds themselves.
  return between.slice(1).flatMap((end, place) => {
    const piece = text.slice(between[place], end)
    return piece ? [{ text: piece, highlighted: place % 2 === 1 }] : []
  })
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
