import { isMap, LineCounter, parseDocument } from 'yaml'
import { parseSimpleYaml } from '@/lib/content/plain-yaml'
import type { Problem } from '@/lib/content/problem'
import { lostComments, syntaxErrors, unsupportedFeatures } from '@/lib/content/yaml-errors'
import { findDeepNesting } from '@/lib/content/yaml-hints'
import { createPositionFinder, type Position, type PositionOf } from '@/lib/content/yaml-position'

export type YamlMapping = {
  data: Record<string, unknown>
  positionOf: PositionOf
  problems: Omit<Problem, 'file'>[]
}

/**
 * YAML 1.2 core, strict: no aliases, anchors, merges or tags; what the parser only warns of is an error.
 * Dates stay strings, and so do numbers that would look different afterwards (1.10, 007). Never throws.
 */
export function parseYamlMapping(text: string): YamlMapping {
  const nested = findDeepNesting(text)
  if (nested) return failure(nested, nested.message)
  const plain = parseSimpleYaml(text)
  // Where a key stands is asked only when there is something to say about it.
  if (!plain) return parseStrictly(text)
  let parsed: YamlMapping | undefined
  const place: PositionOf = (path, part) => {
    parsed ??= parseStrictly(text)
    return parsed.positionOf(path, part)
  }
  return { data: plain, positionOf: place, problems: [] }
}

function parseStrictly(text: string): YamlMapping {
  const lines = new LineCounter()
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  try {
    const document = parseDocument(text, { ...options, lineCounter: lines })
    const place = createPositionFinder(document, at)
    const problems = [
      ...syntaxErrors(document, text, at),
      ...unsupportedFeatures(document, at),
      ...lostComments(document, text, at),
    ]
    if (problems.some(({ severity }) => severity === 'error'))
      return { data: {}, positionOf: place, problems }
    if (document.contents !== null && !isMap(document.contents)) {
      return failure(at(document.contents.range?.[0] ?? 0), 'Write one "key: value" a line here.')
    }
    return {
      data: (document.toJS({ maxAliasCount: 0 }) as Record<string, unknown> | null) ?? {},
      positionOf: place,
      problems,
    }
  } catch (error) {
    return failure(
      { line: 1, column: 1 },
      `The front matter cannot be read: ${error instanceof Error ? error.message : error}`,
    )
  }
}

function failure(place: Position, message: string): YamlMapping {
  return {
    data: {},
    positionOf: () => ({ line: 1, column: 1 }),
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
