import type { Html, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { applyEdits, type Edit, type EditedText } from '../edited-text'
import { readMarkdown, spanOf } from '../markdown'

const marked =
  /<([a-z][a-z0-9-]*)\b([^<>]*?)\s+markdown=(?:"(?:1|span|block)"|'(?:1|span|block)'|1)([^<>]*)>/i

/** `<div markdown="1">` parses Markdown inside; here it is the empty lines around the Markdown that do. */
export function convertMarkdownInHtml(body: EditedText): EditedText {
  let result = body
  if (!/\smarkdown=/i.test(body.text)) return body
  for (let round = 0; round < 50; round++) {
    const { text } = result
    const node = htmlNodes(readMarkdown(text)).find((html) => marked.test(sourceOf(text, html)))
    const found = node && marked.exec(sourceOf(text, node))
    if (!node || !found) return result
    const [tag, name = '', before = '', after = ''] = found
    const start = spanOf(node).start + found.index
    const edits: Edit[] = [{ start, end: start + tag.length, text: `<${name}${before}${after}>\n\n` }]
    const close = closingTag(text, name, start + tag.length)
    if (close !== undefined) edits.push({ start: close, end: close, text: '\n\n' })
    result = applyEdits(result, edits)
  }
  return result
}

function closingTag(text: string, name: string, from: number): number | undefined {
  const tag = new RegExp(`<(/?)${name}\\b[^<>]*>`, 'gi')
  tag.lastIndex = from
  let depth = 0
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    if (!found[1]) depth++
    else if (depth-- === 0) return found.index
  }
  return undefined
}

/**
 * HTML that is indented after an empty line is code to CommonMark and HTML to kramdown: inside of an open element its
 * indent goes.
 */
export function unindentHtml(body: EditedText): EditedText {
  const { text } = body
  if (!/\n[ \t]*\n(?: {4}|\t)[ \t]*</.test(text)) return body
  const edits: Edit[] = []
  let depth = 0
  for (const node of readMarkdown(text).children) {
    const { start, end } = spanOf(node)
    const source = text.slice(start, end)
    if (node.type === 'html') depth = Math.max(0, depth + openedIn(source))
    else if (
      node.type === 'code' &&
      depth > 0 &&
      /^<\/?[a-z]/i.test(source.trimStart()) &&
      !/^[`~]/.test(source)
    ) {
      const lineStart = text.lastIndexOf('\n', start - 1) + 1
      edits.push({ start: lineStart, end, text: text.slice(lineStart, end).replace(/^[ \t]+/gm, '') })
      depth = Math.max(0, depth + openedIn(source))
    }
  }
  return applyEdits(body, edits)
}

const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/** How many elements more are open after it. */
function openedIn(html: string): number {
  let depth = 0
  for (const [, close, name = '', self] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)\b[^<>]*?(\/?)>/gi)) {
    if (!self && !isVoid.test(name)) depth += close ? -1 : 1
  }
  return depth
}

const sourceOf = (text: string, node: Html) => text.slice(spanOf(node).start, spanOf(node).end)

function htmlNodes(tree: Root): Html[] {
  const found: Html[] = []
  visit(tree, 'html', (node) => {
    found.push(node)
  })
  return found
}
