import { isGiven } from '@/lib/content/fields'
import { closestMatch } from '@/lib/text'

/** Something to say about a key, before it has a line and a column. */
export type FieldProblem = {
  path: PropertyKey[]
  part?: 'key'
  severity: 'error' | 'warning' | 'note'
  rule: string
  message: string
}
/** The vocabulary of one kind of front matter. */
export type KeyRules = {
  keys: readonly string[]
  /** Other spellings, mostly Jekyll's, and the key they stand for. */
  synonyms?: Record<string, string>
  /** Keys other systems give a meaning that has no place here; nothing is said about them. */
  ignored?: ReadonlySet<string>
  /** Keys with a meaning here that goes by another name. */
  suggestions?: Record<string, string>
  /** Mappings, or lists of them: what they may hold. */
  nested?: Record<string, readonly string[]>
}
export type NormalizedKeys = {
  values: Record<string, unknown>
  written: Record<string, string>
  problems: FieldProblem[]
}

/**
 * Front matter under our own names for the keys, without those that have no value. `written` is what the author
 * called them. Keys we do not know are remarked upon and left out.
 */
export function normalizeKeys(data: Record<string, unknown>, vocabulary: KeyRules): NormalizedKeys {
  const { keys, synonyms = {}, nested = {} } = vocabulary
  const values = new Map<string, unknown>()
  const written = new Map<string, string>()
  const problems: FieldProblem[] = []
  for (const [key, value] of Object.entries(data)) {
    const name = keys.includes(key) ? key : own(synonyms, key)
    if (name === undefined) {
      problems.push(...unknownKey(key, vocabulary))
    } else if (isGiven(value)) {
      const other = written.get(name)
      if (other) problems.push(duplicateKey(key, other))
      values.set(name, withoutEmpty(value))
      written.set(name, key)
      const known = own(nested, name)
      if (known) problems.push(...unknownNestedKeys([key], value, known))
    }
  }
  return { values: Object.fromEntries(values), written: Object.fromEntries(written), problems }
}

function duplicateKey(key: string, other: string): FieldProblem {
  const message = `"${key}" and "${other}" are the same key here. Keep one of them.`
  return { path: [key], part: 'key', severity: 'error', rule: 'keys', message }
}

function unknownKey(
  key: string,
  { keys, synonyms: spellings, ignored: silent, suggestions: meant = {} }: KeyRules,
): FieldProblem[] {
  if (silent?.has(key)) return []
  const close = own(meant, key) ?? closestMatch(key, [...keys, ...Object.keys(spellings ?? {})])
  const shown = key.slice(0, 40)
  const remark: Pick<FieldProblem, 'path' | 'part'> = { path: [key], part: 'key' }
  if (!close) {
    return [{ ...remark, severity: 'note', rule: 'keys', message: `The key "${shown}" has no meaning here.` }]
  }
  const message = `Unknown key "${shown}". Did you mean "${close}"?`
  return [{ ...remark, severity: 'warning', rule: 'typo', message }]
}

function unknownNestedKeys(path: PropertyKey[], value: unknown, known: readonly string[]): FieldProblem[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => unknownNestedKeys([...path, index], entry, known))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .flatMap((key) => unknownKey(key, { keys: known }))
    .map((remark) => ({ ...remark, path: [...path, ...remark.path] }))
}

/** Keys written without a value are not there: the parser gives null for `alt:`. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  const given = Object.entries(value).filter(([, inner]) => isGiven(inner))
  return Object.fromEntries(given.map(([key, inner]) => [key, withoutEmpty(inner)]))
}

// `constructor: x` is a key an author may write.
function own<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
