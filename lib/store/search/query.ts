import { tokenize } from './tokenize'

const limits = { letters: 300, terms: 24 }

/** A query for FTS5, and what a word of a text must be to be one that was looked for. */
export type SearchQuery = { match: string; isMatch: (term: string) => boolean }

/**
 * What a reader typed as a full-text query: all of the words, the last one perhaps unfinished (two letters would be
 * nearly every word); "in quotes" or joined by signs is a phrase. Total: every operator and sign is only text.
 * Undefined when there is no word in it.
 */
export function parseQuery(typed: string): SearchQuery | undefined {
  // NUL ends a string for the database; half of a pair of surrogates is no text.
  const text = typed.slice(0, limits.letters).replace(/[\p{Cc}\p{Cs}]/gu, ' ')
  const chunks = [...text.matchAll(/["“”]([^"“”]*)["“”]|[^\s"“”]+/gu)]
    .map(([whole, quoted]) => ({ words: tokenize(quoted ?? whole), isDone: quoted !== undefined }))
    .filter(({ words }) => words.length > 0)
  const finished = new Set<string>()
  let unfinished: string | undefined
  let left = limits.terms
  const phrases = chunks.flatMap(({ words, isDone }, place) => {
    const terms = words.flatMap((word) => word.terms).slice(0, left)
    left -= terms.length
    const last = terms.at(-1)
    if (last === undefined) return []
    const isOpen = place === chunks.length - 1 && !isDone && (last.length > 2 || last > '\u2e80')
    for (const term of isOpen ? terms.slice(0, -1) : terms) finished.add(term)
    if (isOpen) unfinished = last
    return [`"${terms.join(' ')}"${isOpen ? ' *' : ''}`]
  })
  if (phrases.length === 0) return undefined
  return {
    match: phrases.join(' '),
    isMatch: (term) => finished.has(term) || (unfinished !== undefined && term.startsWith(unfinished)),
  }
}

/** Any of the words: for texts that are alike. Short words say little and cost much. */
export function matchAnyWord(text: string): string | undefined {
  const terms = new Set(tokenize(text).flatMap((word) => word.terms))
  const longest = [...terms].filter((term) => term.length > 3).sort((a, b) => b.length - a.length)
  return (
    longest
      .slice(0, 6)
      .map((term) => `"${term}"`)
      .join(' OR ') || undefined
  )
}
