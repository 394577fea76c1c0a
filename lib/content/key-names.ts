import { isGiven } from '@/lib/content/fields'
import { nearest } from '@/lib/text'

/** Something to say about a key, before it has a line and a column. */
export type Remark = {
  path: PropertyKey[]
  part?: 'key'
  severity: 'error' | 'warning' | 'note'
  rule: string
  message: string
}
/** The vocabulary of one kind of front matter. */
export type Vocabulary = {
  keys: readonly string[]
  /** Other spellings, mostly Jekyll's, and the key they stand for. */
  spellings?: Record<string, string>
  /** Keys other systems give a meaning that has no place here; nothing is said about them. */
  silent?: ReadonlySet<string>
  /** Keys with a meaning here that goes by another name. */
  meant?: Record<string, string>
  /** Mappings, or lists of them: what they may hold. */
  inside?: Record<string, readonly string[]>
}
export type Keyed = { values: Record<string, unknown>; written: Record<string, string>; remarks: Remark[] }

/**
 * Front matter under our own names for the keys, without those that have no value. `written` is what the author
 * called them. Keys we do not know are remarked upon and left out.
 */
export function readKeys(data: Record<string, unknown>, vocabulary: Vocabulary): Keyed {
  const { keys, spellings = {}, inside = {} } = vocabulary
  const values = new Map<string, unknown>()
  const written = new Map<string, string>()
  const remarks: Remark[] = []
  for (const [key, value] of Object.entries(data)) {
    const name = keys.includes(key) ? key : own(spellings, key)
    if (name === undefined) {
      remarks.push(...unknownKey(key, vocabulary))
    } else if (isGiven(value)) {
      const other = written.get(name)
      if (other) remarks.push(twice(key, other))
      values.set(name, withoutEmpty(value))
      written.set(name, key)
      const known = own(inside, name)
      if (known) remarks.push(...unknownInside([key], value, known))
    }
  }
  return { values: Object.fromEntries(values), written: Object.fromEntries(written), remarks }
}

function twice(key: string, other: string): Remark {
  const message = `"${key}" and "${other}" are the same key here. Keep one of them.`
  return { path: [key], part: 'key', severity: 'error', rule: 'keys', message }
}

function unknownKey(key: string, { keys, spellings, silent, meant = {} }: Vocabulary): Remark[] {
  if (silent?.has(key)) return []
  const close = own(meant, key) ?? nearest(key, [...keys, ...Object.keys(spellings ?? {})])
  const shown = key.slice(0, 40)
  const remark: Pick<Remark, 'path' | 'part'> = { path: [key], part: 'key' }
  if (!close) {
    return [{ ...remark, severity: 'note', rule: 'keys', message: `The key "${shown}" has no meaning here.` }]
  }
  const message = `Unknown key "${shown}". Did you mean "${close}"?`
  return [{ ...remark, severity: 'warning', rule: 'typo', message }]
}

function unknownInside(path: PropertyKey[], value: unknown, known: readonly string[]): Remark[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => unknownInside([...path, index], entry, known))
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
