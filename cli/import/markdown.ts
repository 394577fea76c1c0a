import type { Nodes, Root } from 'mdast'
import type { Extension, Handle } from 'mdast-util-from-markdown'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { visit } from 'unist-util-visit'

export type Span = { start: number; end: number }

declare module 'mdast' {
  interface Data {
    /** Where the address of a link, picture or definition stands in the text. */
    destination?: Span
  }
}

/** The tree keeps no place for an address, the parser's tokens do. */
const keepPlace: Handle = function (token) {
  const url = this.resume()
  const node = this.stack.at(-1)
  if (node?.type !== 'link' && node?.type !== 'image' && node?.type !== 'definition') return
  node.url = url
  node.data = { ...node.data, destination: { start: token.start.offset, end: token.end.offset } }
}

const markdown = unified().use(remarkParse).use(destinations).use(remarkGfm).freeze()

let last: { text: string; tree: Root } | undefined

/**
 * The tree of a Markdown text, to be read only; links, pictures and definitions know where their address stands. Most
 * steps of an import change nothing in a text, and so the next one finds its tree made.
 */
export function readMarkdown(text: string): Root {
  if (last?.text !== text) last = { text, tree: markdown.parse(text) }
  return last.tree
}

function destinations(this: Processor) {
  const keep: Extension = {
    exit: { resourceDestinationString: keepPlace, definitionDestinationString: keepPlace },
  }
  const data = this.data()
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), keep]
}

/** Where a node stands in the text it was read from. */
export function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}

/** The places of code, in which nothing means anything. */
export function codeSpans(tree: Root): Span[] {
  const spans: Span[] = []
  visit(tree, (node) => {
    if (node.type === 'code' || node.type === 'inlineCode') spans.push(spanOf(node))
  })
  return spans
}

/** Matches of a pattern that do not touch code. */
export function outsideCode(text: string, pattern: RegExp, code: Span[]): RegExpExecArray[] {
  return [...text.matchAll(pattern)].filter(
    ({ 0: found, index }) => !code.some(({ start, end }) => index < end && index + found.length > start),
  )
}
