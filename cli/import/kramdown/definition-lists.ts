import { visit } from 'unist-util-visit'
import { applyEdits, type Edit, type EditedText } from '../edited-text'
import { readMarkdown, type Span, spanOf } from '../markdown'

const definition = /^ {0,3}:(?:[ \t]+|$)/

type Entry = { terms: string[]; definitions: string[][] }
type Line = { text: string; start: number; isPlain: boolean }

/** Terms with `: ` below them become `<dl>`, which is what Markdown without kramdown has for them. */
export function convertDefinitionLists(body: EditedText): EditedText {
  if (!/^ {0,3}:[ \t]+\S/m.test(body.text)) return body
  const lines = linesOf(body.text)
  const edits: Edit[] = []
  for (let index = 0; index < lines.length; index++) {
    const entries: Entry[] = []
    const start = index
    let end = index
    for (let next = entryAt(lines, end); next; next = entryAt(lines, afterEmpty(lines, end))) {
      entries.push(next.entry)
      end = next.end
    }
    if (entries.length === 0) continue
    const [first, last] = [lines[start], lines[end - 1]]
    if (first && last)
      edits.push({ start: first.start, end: last.start + last.text.length, text: asHtml(entries) })
    index = end - 1
  }
  return applyEdits(body, edits)
}

/** The lines of a text; those of code and HTML are not plain. */
function linesOf(text: string): Line[] {
  const other: Span[] = []
  visit(readMarkdown(text), (node) => {
    if (node.type === 'code' || node.type === 'html' || node.type === 'table') other.push(spanOf(node))
  })
  let start = 0
  return text.split('\n').map((line) => {
    const here = start
    start += line.length + 1
    return {
      text: line,
      start: here,
      isPlain: !other.some((span) => here < span.end && here + line.length > span.start),
    }
  })
}

/** Terms, each in a line, and definitions, after an empty line too; from there on, indented lines belong to them. */
function entryAt(lines: Line[], from: number): { entry: Entry; end: number } | undefined {
  let at = from
  const terms: string[] = []
  for (let line = lines[at]; line?.isPlain && isTerm(line.text); line = lines[++at])
    terms.push(line.text.trim())
  if (isEmpty(lines[at]) && !isEmpty(lines[at + 1])) at++
  if (terms.length === 0 || !isDefinition(lines[at])) return undefined
  const definitions: string[][] = []
  let end = at
  for (let line = lines[at]; line; line = lines[++at]) {
    if (isDefinition(line)) definitions.push([line.text.replace(definition, '')])
    else if (isEmpty(line)) {
      const next = lines.slice(at + 1).find((one) => !isEmpty(one))
      if (!next || !(isDefinition(next) || /^(?: {2}|\t)/.test(next.text))) break
      definitions.at(-1)?.push('')
      continue
    } else if (isEmpty(lines[at - 1]) && !/^(?: {2}|\t)/.test(line.text)) break
    else definitions.at(-1)?.push(line.text.replace(/^(?: {1,4}|\t)/, ''))
    end = at + 1
  }
  return { entry: { terms, definitions }, end }
}

function afterEmpty(lines: Line[], from: number): number {
  let at = from
  while (isEmpty(lines[at])) at++
  return at
}

const isEmpty = (line: Line | undefined) => line !== undefined && line.text.trim() === ''
const isDefinition = (line: Line | undefined) => line?.isPlain === true && definition.test(line.text)
const isTerm = (text: string) =>
  /^ {0,3}\S/.test(text) && !definition.test(text) && !/^ {0,3}(?:#|>|[-+*][ \t]|\d+\.[ \t]|\|)/.test(text)

function asHtml(entries: Entry[]): string {
  const parts = entries.flatMap(({ terms, definitions }) => [
    ...terms.map((term) => element('dt', term)),
    ...definitions.map((lines) => element('dd', lines.join('\n').trim())),
  ])
  return `<dl>\n${parts.join('\n')}\n</dl>`
}

/** Markdown inside of HTML needs empty lines around it. */
const element = (name: string, content: string) =>
  /[*_`[\]<&!\\\n]|https?:/.test(content)
    ? `<${name}>\n\n${content}\n\n</${name}>`
    : `<${name}>${content}</${name}>`
