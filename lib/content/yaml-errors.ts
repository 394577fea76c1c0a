import { type Document, isScalar, visit, type YAMLError } from 'yaml'
import type { Problem } from '@/lib/content/problem'
import { explainYamlError } from '@/lib/content/yaml-hints'
import type { OffsetToPosition } from '@/lib/content/yaml-position'

type YamlProblems = Omit<Problem, 'file'>[]

/** The parser's complaints: the first of each line, since the others follow from it, and not more than three. */
export function syntaxErrors(document: Document, text: string, at: OffsetToPosition): YamlProblems {
  const lines = text.split('\n')
  const found = new Map<number, YamlProblems[number]>()
  for (const fault of [...document.errors, ...document.warnings]) {
    const place = at(openingQuote(document, fault) ?? fault.pos[0])
    if (found.has(place.line)) continue
    const message = explainYamlError(fault, lines[place.line - 1] ?? '')
    found.set(place.line, { ...place, severity: 'error', rule: 'front-matter', message })
    // After an open quotation mark the parser is lost, and what it says of the lines below is noise.
    if (found.size === 3 || fault.message.startsWith('Missing closing')) break
  }
  return [...found.values()]
}

/** Where a quotation mark opens that is not closed. The parser's complaint stands where it gave up, lines below. */
function openingQuote(document: Document, { message, pos }: YAMLError): number | undefined {
  let start: number | undefined
  if (!message.startsWith('Missing closing')) return undefined
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith('QUOTE_') && range?.[1] === pos[0]) start = range[0]
    },
  })
  return start
}

/** Anchors, aliases and tags. On the way, numbers that would not be written back the same become text. */
export function unsupportedFeatures(document: Document, at: OffsetToPosition): YamlProblems {
  const found: YamlProblems = []
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
export function lostComments(document: Document, text: string, at: OffsetToPosition): YamlProblems {
  const found: YamlProblems = []
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
