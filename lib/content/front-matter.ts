import matter from 'gray-matter'
import type { FileBytes, ParseResult } from '@/lib/content/parse-result'
import { decodeText } from '@/lib/content/source-text'
import { parseYamlMapping, type YamlMapping } from '@/lib/content/yaml-mapping'
import type { PositionOf } from '@/lib/content/yaml-position'

/** `data` is what the author wrote, not checked; `body` begins at line `bodyLine` of the file. */
export type FrontMatter = {
  data: Record<string, unknown>
  text: string
  body: string
  bodyLine: number
  positionOf: PositionOf
}

const maxYamlBytes = 16 * 1024
// gray-matter looks for comments in a way that takes the square of the number of blank lines.
const maxYamlLines = 1000

/** The file in its two parts. Refuses what gray-matter would run, guess at or take for body. Never throws. */
export function splitFrontMatter(file: FileBytes): ParseResult<FrontMatter> {
  const { value: text, problems } = decodeText(file)
  if (text === undefined) return { problems }
  const refuse = (line: number, message: string): ParseResult<FrontMatter> => ({
    problems: [{ file: file.path, line, column: 1, severity: 'error', rule: 'front-matter', message }],
  })
  const [first = ''] = text.split('\n', 1)
  if (first !== '---') return refuse(1, firstLineError(text, first))
  const close = text.indexOf('\n---')
  if (close < 0) return refuse(1, 'The front matter never ends. Put a line --- below its last key.')
  const head = text.slice(3, close)
  const bodyLine = head.split('\n').length + 2
  const [closing = ''] = text.slice(close + 1).split('\n', 1)
  if (closing.trimEnd() !== '---') {
    return refuse(bodyLine - 1, 'The front matter ends at this line, so it may hold nothing but ---.')
  }
  if (Buffer.byteLength(head) > maxYamlBytes || bodyLine > maxYamlLines) {
    return refuse(1, 'The front matter is over 16 KB or 1,000 lines. Most of it belongs in the body.')
  }
  const dots = /^\.\.\.[ \t]*$/m.exec(head)
  if (dots)
    return refuse(
      head.slice(0, dots.index).split('\n').length,
      'YAML ends at "..." and the rest is lost. Delete this line.',
    )
  const mapping = parseYaml(`${text.slice(0, close)}\n---\n`)
  const body = text.slice(close + 1 + closing.length + 1)
  const found = mapping.problems.map((problem) => ({ file: file.path, ...problem }))
  const early = keyInBody(body)
  if (early) {
    const line = bodyLine + early.skipped
    found.push(
      ...refuse(line, `"${early.key}:" stands below the front matter. Move the line --- under the last key.`)
        .problems,
    )
  }
  if (found.some(({ severity }) => severity === 'error')) return { problems: found }
  return {
    value: { data: mapping.data, text, body, bodyLine, positionOf: mapping.positionOf },
    problems: found,
  }
}

/**
 * gray-matter 4 runs `---js`, finds engines on Object.prototype and, without an options object, gives the second
 * reading of a broken file from a cache: empty data, the whole file as the body. So: always options, one engine.
 */
function parseYaml(head: string): YamlMapping {
  let mapping: YamlMapping = { data: {}, positionOf: () => ({ line: 1, column: 1 }), problems: [] }
  const yaml = (text: string) => {
    mapping = parseYamlMapping(text)
    return {}
  }
  matter(head, { language: 'yaml', engines: { ...disabledEngines, yaml } })
  return mapping
}

function rejectEngine(): never {
  throw new Error('Front matter is YAML and nothing else.')
}
const disabledEngines = Object.fromEntries(
  ['javascript', 'json', 'coffee', ...Object.getOwnPropertyNames(Object.prototype)]
    .filter((name) => name !== '__proto__')
    .map((name) => [name, rejectEngine]),
)

function firstLineError(text: string, first: string): string {
  if (/^\s*---\n/.test(text))
    return 'Nothing may stand before the first ---, not even a blank line or a space.'
  if (/^---\s+$/.test(first)) return 'There are spaces after the ---. Delete them.'
  if (/^---[ \t]*\w/.test(first)) return 'Front matter is YAML. The first line is --- and nothing else.'
  return 'The file has no front matter. The first line is ---, then "key: value" lines, then --- again.'
}

const keyPattern =
  /^(title|description|date|draft|published|author|authors|categories|category|tags|image|layout|slug):(\s|$)/

/** A closing line that came too early leaves keys in the body, and `draft: true` there would publish the post. */
function keyInBody(body: string): { key: string; skipped: number } | undefined {
  const skipped = /^(?:[ \t]*\n)*/.exec(body)?.[0] ?? ''
  const key = keyPattern.exec(body.slice(skipped.length))?.[1]
  return key ? { key, skipped: skipped.split('\n').length - 1 } : undefined
}
