import { isMap, LineCounter, parseDocument } from 'yaml'
import { readPlainly } from '@/lib/content/plain-yaml'
import type { Problem } from '@/lib/content/problem'
import { faults, forbidden, swallowed } from '@/lib/content/yaml-errors'
import { tooDeep } from '@/lib/content/yaml-hints'
import { type Place, type PlaceOf, placeFinder } from '@/lib/content/yaml-position'

export type Mapping = { data: Record<string, unknown>; place: PlaceOf; problems: Omit<Problem, 'file'>[] }

/**
 * YAML 1.2 core, strict: no aliases, anchors, merges or tags; what the parser only warns of is an error.
 * Dates stay strings, and so do numbers that would look different afterwards (1.10, 007). Never throws.
 */
export function readMapping(text: string): Mapping {
  const nested = tooDeep(text)
  if (nested) return refuse(nested, nested.message)
  const plain = readPlainly(text)
  // Where a key stands is asked only when there is something to say about it.
  if (!plain) return parse(text)
  let parsed: Mapping | undefined
  const place: PlaceOf = (path, part) => {
    parsed ??= parse(text)
    return parsed.place(path, part)
  }
  return { data: plain, place, problems: [] }
}

function parse(text: string): Mapping {
  const lines = new LineCounter()
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  try {
    const document = parseDocument(text, { ...options, lineCounter: lines })
    const place = placeFinder(document, at)
    const problems = [
      ...faults(document, text, at),
      ...forbidden(document, at),
      ...swallowed(document, text, at),
    ]
    if (problems.some(({ severity }) => severity === 'error')) return { data: {}, place, problems }
    if (document.contents !== null && !isMap(document.contents)) {
      return refuse(at(document.contents.range?.[0] ?? 0), 'Write one "key: value" a line here.')
    }
    return {
      data: (document.toJS({ maxAliasCount: 0 }) as Record<string, unknown> | null) ?? {},
      place,
      problems,
    }
  } catch (error) {
    return refuse(
      { line: 1, column: 1 },
      `The front matter cannot be read: ${error instanceof Error ? error.message : error}`,
    )
  }
}

function refuse(place: Place, message: string): Mapping {
  return {
    data: {},
    place: () => ({ line: 1, column: 1 }),
    problems: [{ ...place, severity: 'error', rule: 'front-matter', message }],
  }
}

const options = {
  version: '1.2',
  schema: 'core',
  strict: true,
  uniqueKeys: true,
  stringKeys: true,
  merge: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const
