import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { site } from '@/site.config'
import { createLatinStemmer, isLatinText } from './latin-tokens'

/**
 * What a text is searched by. The database only compares what this file makes: words in lower case, without accents and vowel signs, cut
 * to their stem in the publication's language (Snowball's algorithms); and pairs of letters for scripts that put no
 * spaces between words, so that 人工智能 becomes 人工 工智 智能 and a part of it is found.
 */
export type Token = { start: number; end: number; terms: string[] }

const stemmers: Record<string, (word: string) => string> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
}
const stem = stemmers[site.language.split('-')[0] ?? ''] ?? ((word: string) => word)

const unspaced = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan']
  .map((script) => `\\p{scx=${script}}`)
  .join('')
const letters = '\\p{L}\\p{N}\\p{M}\\p{Co}'
// An apostrophe ends a word, as in what's; a run of signs or emoji is none.
const anywhere = new RegExp(`(?:(?=[${letters}])[${unspaced}])+|(?:(?![${unspaced}])[${letters}])+`, 'gu')
// Most texts have none of these scripts, and the short pattern is several times as fast.
const withSpaces = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
const mayBeUnspaced =
  /[\u0e00-\u109f\u1780-\u17ff\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff66-\uffdc\u{16ff0}-\u{3ffff}]/u
const patternFor = (text: string) => (mayBeUnspaced.test(text) ? anywhere : withSpaces)
const isUnspaced = new RegExp(`^[${unspaced}]`, 'u')
// Arabic and Hebrew are seldom written with their vowel signs, and not asked for with them. Elsewhere marks are letters of
// their own: Thai and Devanagari are unreadable without.
const accents = /(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}]\p{M}*)\p{M}/gu

/** Words repeat: most of a text's are among the few thousand that all texts share. As written, since case takes longest. */
const known = new Map<string, string>()

function stemOf(word: string): string {
  const found = known.get(word)
  if (found !== undefined) return found
  // Only 40 letters count in the end, and taking the accents off takes the square of their number.
  const small = word.slice(0, 160).toLowerCase()
  const folded = /^[a-z0-9]+$/.test(small)
    ? small
    : small.normalize('NFKD').replace(accents, '').toLowerCase().replaceAll('ß', 'ss')
  const made = folded.length > 40 ? folded.slice(0, 40) : stem(folded)
  if (known.size > 100_000) known.clear()
  known.set(word, made)
  return made
}

function letterPairs(run: string): string[] {
  const signs = Array.from(run.normalize('NFKC'))
  return signs.length === 1 ? signs : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`)
}

const isUnspacedWord = (word: string) => word > '\u0e00' && isUnspaced.test(word)
const termsOf = (word: string) => (isUnspacedWord(word) ? letterPairs(word) : [stemOf(word)])

/** The words of a text with their places in it. */
export function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(patternFor(text)), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    terms: termsOf(word),
  }))
}

/** A text as the database is given it: its terms with spaces between them. */
export const toIndexText = (text: string): string => (isLatinText(text) ? fromLatin(text) : fromAny(text))

const fromLatin = createLatinStemmer(stemOf)
const fromAny = (text: string): string =>
  (text.match(patternFor(text)) ?? [])
    .map((word) => (isUnspacedWord(word) ? letterPairs(word).join(' ') : stemOf(word)))
    .join(' ')
