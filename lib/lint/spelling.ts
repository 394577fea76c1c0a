import { isEnglish } from './language'
import type { Rule } from './rule'

/**
 * Words in small letters that no dictionary knows, each once a post. Names begin with a capital and are left alone, as
 * are parts of compounds and everything with a digit: a check that cries wolf is not read.
 */
export const spelling: Rule = {
  name: 'spelling',
  find: ({ post, prose }, { isKnownWord: isKnown, suggestWords: near }) => {
    if (!isEnglish(post)) return []
    const found = new Map<string, number>()
    for (const { 0: written, index } of prose.matchAll(word))
      if (!found.has(written) && !isKnown(written)) found.set(written, index)
    const [first] = found.values()
    if (first !== undefined && found.size > most) return [{ at: first, message: foreign(found.size) }]
    return [...found].map(([written, at]) => ({ at, message: notKnown(written, near(written)) }))
  },
}

/** A text with more of them is not misspelled but in another language. */
const most = 30

const foreign = (count: number) =>
  `${count} words are not in the dictionary. If this is another language, write "lang: …" in the head.`

const notKnown = (written: string, near: string[]) =>
  [
    `"${written}" is not in the dictionary.`,
    near.length > 0 ? `Did you mean ${near.map((one) => `"${one}"`).join(' or ')}?` : '',
    'If it is right, add it to style/spelling.txt.',
  ]
    .filter(Boolean)
    .join(' ')

const around = String.raw`[\p{L}\p{M}\p{N}_@/\\#&'’.-]`
const word = new RegExp(
  String.raw`(?<!${around})\p{Ll}{2,}(?:['’]\p{Ll}+)*(?!['’]?[\p{L}\p{M}\p{N}_@/\\-]|\.[\p{L}\p{N}])`,
  'gu',
)
