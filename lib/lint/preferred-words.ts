import { languageOf } from './language'
import type { PreferredWord, Rule } from './rule'

/** The house's own words. Not mended by `--fix`: inside a quotation they have to stay. */
export const words: Rule = {
  name: 'words',
  find: ({ post, prose }, { preferred }) => {
    // The list is in the language of the house.
    if (languageOf(post) !== languageOf({})) return []
    const inHead = (['title', 'description'] as const).flatMap((key) =>
      preferred
        .filter(({ pattern }) => post[key].search(pattern) >= 0)
        .map((rule) => ({ key: [key], message: advice(rule) })),
    )
    const inBody = preferred.flatMap((rule) =>
      Array.from(prose.matchAll(rule.pattern), ({ index }) => ({ at: index, message: advice(rule) })),
    )
    return [...inHead, ...inBody]
  },
}

const advice = ({ avoid, instead, why }: PreferredWord) =>
  [instead ? `We write "${instead}", not "${avoid}".` : `We do not write "${avoid}".`, why]
    .filter(Boolean)
    .join(' ')

/**
 * style/words.txt: `avoid -> instead # why` a line, or `avoid ->` for a word that goes without another in its place.
 * Lines that begin with # and empty ones do not count.
 */
export function parsePreferredWords(text: string): PreferredWord[] {
  return text.split('\n').flatMap((line) => {
    const [, avoid = '', instead, why] =
      /^\s*([^#\s][^#]*?)\s*(?:->|→)\s*([^#]*?)\s*(?:#\s*(.*?)\s*)?$/.exec(line) ?? []
    return avoid
      ? [{ avoid, pattern: patternOf(avoid), instead: instead || undefined, why: why || undefined }]
      : []
  })
}

/** In any case, and over the end of a line; not as a part of a longer word. */
function patternOf(avoid: string): RegExp {
  const escaped = avoid
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '[ \\n]+')
  return new RegExp(`(?<![\\p{L}\\p{N}-])${escaped}(?![\\p{L}\\p{N}-])`, 'giu')
}
