import type { Problem } from '@/lib/content/problem'
import { positionIn } from '@/lib/content/source-text'

/** What Windows-1252 shows for the bytes 80 to 9F. Five of them are unassigned there and stay as they are. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const byteOf = new Map(Array.from(windows1252, (character, index) => [character, 0x80 + index]))

const continuation = `[\\u0080-\\u00BF${windows1252}]`
/**
 * UTF-8 that was read as Windows-1252 and saved again. Only what hardly any language writes on purpose: "É…" and "é…”"
 * would decode, too, and are good French.
 */
const mojibakePattern = new RegExp(
  [
    `â[€‚„†ˆ‰˜œšž\\u0080-\\u009F]${continuation}`, // dashes, quotes, €, ™, arrows, mathematics
    `ð[Ÿ\\u009F]${continuation}{2}`, // most emoji
    'ï»¿|ï¿½', // a byte order mark; a character that was lost before
    `(?:[Â-ß]${continuation}){3,}`, // a word in Greek, Cyrillic, Hebrew
    `(?<!\\p{Lu})[ÂÃ]${continuation}|[ÂÃ][\\u00A0-\\u00BF]`, // accented letters, « » § °; not a Portuguese word in capitals before a quote
    'â[€\\u0080]', // a closing quote whose last byte is unassigned and got lost
    '[\\u0080-\\u009F\\uFFFD]',
  ].join('|'),
  'gu',
)

/** A damaged piece of a text, and what it was; undefined when nobody can know. */
export type Mojibake = { text: string; index: number; original?: string }

/** Every damaged piece in the order of the text. */
export function findMojibake(text: string): Mojibake[] {
  return [...text.matchAll(mojibakePattern)].map(({ 0: piece, index }) => ({
    text: piece,
    index,
    original: repair(piece),
  }))
}

const maxWarnings = 20

/** Where a text holds damaged characters, and what they were: one warning each, after twenty one for the rest. */
export function mojibakeWarnings(file: string, text: string): Problem[] {
  const found = findMojibake(text)
  const problems = found.slice(0, maxWarnings).map(({ text: piece, index, original }): Problem => {
    const message =
      original === undefined
        ? `A character was lost here ("${piece}"). Write it again.`
        : `"${piece}" is a damaged character. It should be ${invisible[original] ?? `"${original}"`}.`
    return { file, ...positionIn(text, index), severity: 'warning', rule: 'encoding', message }
  })
  const next = found[maxWarnings]
  if (next) {
    const message = `${found.length - maxWarnings} more damaged characters from here on. Paste the text again from its source.`
    problems.push({ file, ...positionIn(text, next.index), severity: 'warning', rule: 'encoding', message })
  }
  return problems
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const invisible: Record<string, string> = {
  '\u00a0': 'a no-break space',
  '\u200b': 'nothing (a zero-width space)',
  '\ufeff': 'nothing (a byte order mark)',
}

function repair(piece: string): string | undefined {
  if (/^â[€\u0080]$/.test(piece)) return '”'
  if (piece.length === 1) return unlessLost(windows1252[piece.charCodeAt(0) - 0x80])
  try {
    return unlessLost(
      utf8.decode(Uint8Array.from(piece, (character) => byteOf.get(character) ?? character.charCodeAt(0))),
    )
  } catch {
    return undefined
  }
}

const unlessLost = (meant: string | undefined) =>
  meant && /[\u0080-\u009f\ufffd]/.test(meant) ? undefined : meant
