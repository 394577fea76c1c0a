import { type Token, tokenize } from './tokenize'

/** A part of the text around a find, in pieces; those that were looked for are highlighted. */
export type TextPiece = { text: string; highlighted: boolean }

const snippetWords = 28

/** The part of a text with the most different finds, about thirty words long; undefined when there is none in it. */
export function createSnippet(text: string, isFind: (term: string) => boolean): TextPiece[] | undefined {
  const words = tokenize(text)
  const finds = words.flatMap((word, place) => (word.terms.some(isFind) ? [place] : []))
  const best = bestWindow(words, finds)
  if (best === undefined) return undefined
  const first = Math.max(0, Math.min(best - 4, words.length - snippetWords))
  const window = words.slice(first, first + snippetWords)
  const isCut = { before: first > 0, after: first + snippetWords < words.length }
  const from = isCut.before ? (window[0]?.start ?? 0) : 0
  const to = isCut.after ? (window.at(-1)?.end ?? text.length) : text.length
  const pieces = splitAtMatches(text, window, isFind, from, to)
  const dots = (isThere: boolean) => (isThere ? [{ text: '…', highlighted: false }] : [])
  return [...dots(isCut.before), ...pieces, ...dots(isCut.after)]
}

/** A whole text with its finds highlighted. */
export const highlight = (text: string, isFind: (term: string) => boolean): TextPiece[] =>
  splitAtMatches(text, tokenize(text), isFind, 0, text.length)

function splitAtMatches(
  text: string,
  words: Token[],
  isFind: (term: string) => boolean,
  from: number,
  to: number,
): TextPiece[] {
  const finds = words.filter(({ terms }) => terms.some(isFind))
  const between = [from, ...finds.flatMap(({ start, end }) => [start, end]), to]
  // By turns what lies between the finds and the finds themselves.
  return between.slice(1).flatMap((end, place) => {
    const piece = text.slice(between[place], end)
    return piece ? [{ text: piece, highlighted: place % 2 === 1 }] : []
  })
}

/** The find at which a window begins that holds the most different terms. */
function bestWindow(words: Token[], finds: number[]): number | undefined {
  let best: { at: number; score: number } | undefined
  for (const at of finds.slice(0, 200)) {
    const inside = finds.filter((place) => place >= at && place < at + snippetWords - 4)
    const score = new Set(inside.map((place) => words[place]?.terms.join(' '))).size
    if (!best || score > best.score) best = { at, score }
  }
  return best?.at
}
