/** What the tokenizer takes for part of a word. Signs alone are left out, so that the last word is the last. */
const wordLike = /[\p{L}\p{N}\p{Co}]/u

const most = { letters: 300, words: 16 }

/**
 * What a reader typed as a full-text query: all of the words, the last one perhaps unfinished (one letter would be
 * nearly every word); "in quotes" is a phrase. Total: every operator and sign is only text. Undefined when there is no word in it.
 */
export function toMatch(typed: string): string | undefined {
  // NUL ends a string for the database; half of a pair of surrogates is no text.
  const text = typed.slice(0, most.letters).replace(/[\p{Cc}\p{Cs}]/gu, ' ')
  const parts = text.matchAll(/["“”]([^"“”]*)["“”]|[^\s"“”]+/gu)
  const phrases = [...parts].flatMap(([whole, quoted]) => {
    const words = quoted ?? whole
    return wordLike.test(words) ? [{ words, isDone: quoted !== undefined }] : []
  })
  const last = phrases.length - 1
  return (
    phrases
      .slice(0, most.words)
      .map(
        ({ words, isDone }, place) =>
          `"${words}"${place === last && !isDone && words.length > 1 ? ' *' : ''}`,
      )
      .join(' ')
      .trim() || undefined
  )
}

/** Any of the words: for texts that are alike. Short words say little and cost much. */
export function toMatchAny(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}]{4,}/gu) ?? []
  const longest = [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, 6)
  return longest.map((word) => `"${word}"`).join(' OR ') || undefined
}
