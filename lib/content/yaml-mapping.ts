import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  visit,
} from 'yaml'
import type { Problem } from '@/lib/content/problem'
import { tooDeep, yamlRemedy } from '@/lib/content/yaml-remedy'

export type Place = { line: number; column: number }
/** Where the value at a path stands, or its key; the nearest thing around it when it is not there. */
export type PlaceOf = (path: PropertyKey[], part?: 'key' | 'value') => Place
export type Mapping = { data: Record<string, unknown>; place: PlaceOf; problems: Omit<Problem, 'file'>[] }

/**
 * YAML 1.2 core, strict: no aliases, anchors, merges or tags; what the parser only warns of is an error.
 * Dates stay strings, and so do numbers that would look different afterwards (1.10, 007). Never throws.
 */
export function readMapping(text: string): Mapping {
  const lines = new LineCounter()
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const refuse = (place: Place, message: string): Mapping => ({
    data: {},
    place: () => ({ line: 1, column: 1 }),
    problems: [{ ...place, severity: 'error', rule: 'front-matter', message }],
  })
  const nested = tooDeep(text)
  if (nested) return refuse(nested, nested.message)
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

type Found = Mapping['problems']
type At = (offset: number) => Place

/** The parser's complaints: the first of each line, since the others follow from it, and not more than three. */
function faults(document: Document, text: string, at: At): Found {
  const lines = text.split('\n')
  const found = new Map<number, Found[number]>()
  for (const fault of [...document.errors, ...document.warnings]) {
    const place = at(fault.pos[0])
    if (found.has(place.line)) continue
    const message = yamlRemedy(fault, lines[place.line - 1] ?? '')
    found.set(place.line, { ...place, severity: 'error', rule: 'front-matter', message })
    if (found.size === 3) break
  }
  return [...found.values()]
}

/** Anchors, aliases and tags. On the way, numbers that would not be written back the same become text. */
function forbidden(document: Document, at: At): Found {
  const found: Found = []
  const refuse = (offset: number | undefined, sign: string) => {
    const message = `A value that begins with "${sign}" needs quotes around it.`
    found.push({ ...at(offset ?? 0), severity: 'error', rule: 'front-matter', message })
  }
  visit(document, {
    Alias: (_, alias) => refuse(alias.range?.[0], '*'),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) refuse(node.range?.[0], '&')
      else if (node.tag) refuse(node.range?.[0], '!')
      else if (isScalar(node) && typeof node.value === 'number' && node.source !== String(node.value)) {
        node.value = node.source
      }
    },
  })
  return found
}

/** `title: C# and F #1` is "C# and F" to YAML. Said, unless the comment is plainly meant: after one word or a date. */
function swallowed(document: Document, text: string, at: At): Found {
  const found: Found = []
  visit(document, {
    Scalar: (_, { type, range, source = '' }) => {
      if (type !== 'PLAIN' || !range) return
      const comment = /^([ \t]*)#.*/.exec(text.slice(range[1], range[2]))
      if (!comment || (/^(\S*|[\d\s:+-]+)$/.test(source) && /^\s*#+(\s|$)/.test(comment[0]))) return
      const message = `Everything from "${comment[0].trim().slice(0, 20)}" on is lost as a comment. Put the value in quotes to keep it.`
      found.push({
        ...at(range[1] + (comment[1] ?? '').length),
        severity: 'warning',
        rule: 'comment',
        message,
      })
    },
  })
  return found
}

function placeFinder(document: Document, at: At): PlaceOf {
  return (path, part = 'value') => {
    let node: unknown = document.contents
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
    for (const [depth, step] of path.entries()) {
      const pair: Pair | undefined = isMap(node)
        ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
        : undefined
      const key = pair?.key
      node = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined
      const wanted = (part === 'key' && depth === path.length - 1) || !isNode(node) ? (key ?? node) : node
      if (!isNode(wanted)) break
      offset = wanted.range?.[0] ?? offset
    }
    return path.length === 0 ? { line: 1, column: 1 } : at(offset)
  }
}
