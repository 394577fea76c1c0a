import type { FontFamily } from './fonts'

/** No headline is longer on a card, and nothing after this is even looked at. */
const longest = 400

/**
 * Text as the family can draw it, on one line: what has no glyph (emoji, other scripts) becomes its plain form where it
 * has one, and is left out otherwise. Never a box for a missing glyph. '' when too little is left to make sense.
 */
export function drawableText(text: string, family: FontFamily): string {
  const known = (letter: string) => family.some((cut) => cut.codePoints.has(letter.codePointAt(0) ?? 0))
  const written = Array.from(text.slice(0, longest).normalize('NFC').replace(/\s+/g, keepNoBreakSpace))
  const drawn = written.map((letter) =>
    known(letter) && !/\p{M}|\p{C}/u.test(letter) ? letter : plain(letter, known),
  )
  const enough = countLetters(drawn) >= 0.6 * countLetters(written)
  return enough ? drawn.join('').replace(/ +/g, ' ').trim() : ''
}

/** White space as one space; those that tie two words together stay. */
const keepNoBreakSpace = (space: string) => (/^[\u00a0\u202f]$/.test(space) ? '\u00a0' : ' ')

const countLetters = (letters: string[]) => letters.filter((letter) => /[\p{L}\p{N}]/u.test(letter)).length

/** Full-width letters, ligatures, circled digits and letters with unusual accents as the letters they are made of. */
function plain(letter: string, known: (letter: string) => boolean): string {
  const parts = Array.from(letter.normalize('NFKD')).filter((part) => !/[\p{M}\p{C}]/u.test(part))
  return parts.every(known) ? parts.join('') : ''
}
