/** Data of other systems, of which nothing is known, as what is looked for in it. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Text on one line, of a string or number; undefined for anything else and for nothing. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).replace(/\s+/g, ' ').trim()
  return text === '' ? undefined : text
}

/** The first of some keys that has text. */
export function firstText(data: Record<string, unknown>, keys: string[]): string | undefined {
  return keys.map((key) => textOf(data[key])).find((text) => text !== undefined)
}

/** One value or a list of them as a list, without what is empty. */
export function listOf(value: unknown): unknown[] {
  const list = Array.isArray(value) ? value.flat() : [value]
  return list.filter((one) => one !== undefined && one !== null && one !== '')
}
