import { z } from 'zod'
import { parseDate } from '@/lib/dates'
import { site } from '@/site.config'

/** Line feeds, bidirectional overrides and lone surrogates can make a headline look like another, or break a feed. */
const controlCharacters = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/u

/** Text on one line, as readers see it. YAML's numbers are text here: `title: 2024`. */
export function text(max: number) {
  return z
    .union([z.string(), z.number()], { error: ({ input }) => textError(input) })
    .transform((value) => String(value).replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(max, {
          // Nothing further is asked of a text that is too long: some patterns take the square of its length.
          abort: true,
          error: ({ input }) =>
            `This has ${String(input).length} characters, the limit is ${max}. Shorten it.`,
        })
        .refine(
          (value) => !controlCharacters.test(value),
          'There is an invisible control character in this text. Type it again.',
        ),
    )
}

/** A list, where an author may also write one value. Nothing is an empty list; empty entries do not count. */
export function list<T extends z.ZodType>(entry: T, max = 50) {
  const wrap = (value: unknown) =>
    Array.isArray(value) ? value.filter(isGiven) : isGiven(value) ? [value] : []
  return z.preprocess(wrap, z.array(entry).max(max, `The limit is ${max} entries here.`))
}

export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

/** A value as text. What is none has no text: `{ toString: [] }` is a mapping an author may write, and String() throws. */
export const scalarText = (value: unknown) => (typeof value === 'object' ? '' : String(value))

const booleanWords: Record<string, boolean> = {
  true: true,
  yes: true,
  on: true,
  false: false,
  no: false,
  off: false,
}

/** YAML 1.2 knows only true and false; `no` is a string there, and a string is truthy. Nothing is false. */
export const flag = z.preprocess(
  (value) => (isGiven(value) ? (booleanWords[scalarText(value).toLowerCase()] ?? value) : false),
  z.boolean({ error: 'Write true or false.' }),
)

/** A moment as ISO 8601 with the publication's offset. */
export const dateTime = z
  .union([z.string(), z.number()], {
    error: ({ input }) => (isGiven(input) ? 'Write a date like 2026-03-16.' : missing),
  })
  .transform((value, context) => {
    const read = parseDate(String(value), site.timeZone)
    if ('at' in read) return read.at
    context.issues.push({ code: 'custom', message: read.problem, input: value })
    return z.NEVER
  })

/** One of some words, in any case. */
export function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  const error = `Write one of ${words.join(', ')}.`
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    z.enum(words, error),
  )
}

/** Placeholder for "required, but not given": schemaErrors replaces it with a message that names the key. */
export const missing = 'missing'

function textError(input: unknown): string {
  if (!isGiven(input)) return missing
  return `Text is needed here, and YAML reads ${typeof input === 'object' ? 'a list or mapping' : `"${input}"`}. Put it in quotes.`
}
