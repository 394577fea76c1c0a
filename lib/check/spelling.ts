import type { Rule } from './rule'

/**
 * Words in small letters that no dictionary knows, each once a post. Names begin with a capital and are left alone, as
 * are parts of compounds and everything with a digit: a check that cries wolf is not read.
 */
export const spelling: Rule = {
  name: 'spelling',
  find: ({ post, prose }, { unknown }) => {
    const seen = new Set<string>()
    const found = []
    for (const { 0: written, index } of prose.matchAll(word)) {
      if (seen.has(written)) continue
      seen.add(written)
      const nearest = unknown(written, post.lang)
      if (!nearest) continue
      const hint = nearest.length > 0 ? `Did you mean ${nearest.map((one) => `"${one}"`).join(' or ')}? ` : ''
      found.push({
        at: index,
        message: `"${written}" is not in the dictionary. ${hint}If it is right, add it to style/spelling.txt.`,
      })
    }
    return found
  },
}

const around = String.raw`[\p{L}\p{M}\p{N}_@/\\#&'’.-]`
const word = new RegExp(
  String.raw`(?<!${around})\p{Ll}{2,}(?:['’]\p{Ll}+)*(?!['’]?[\p{L}\p{M}\p{N}_@/\\-]|\.[\p{L}\p{N}])`,
  'gu',
)
