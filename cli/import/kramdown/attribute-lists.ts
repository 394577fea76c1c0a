import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { applyEdits, type Edit, type EditedText } from '../edited-text'
import { codeSpans, outsideCode, readMarkdown, spanOf } from '../markdown'
import { excerpt, type Report } from '../report'

const list = /\{:(?!:)([^{}\n]*)\}/g
const attribute = String.raw`[.#][\w:-]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"'}]+)`
const attributes = new RegExp(String.raw`^\s*(?:[\w-]+:\s+)?(?:(?:${attribute})(?:\s+|(?=[.#])|$))+$`)

/**
 * Attribute lists, `{: .class #id}`, of kramdown. An id stays where a link may lead to it, `.language-x` becomes the
 * language of the code above; classes and the like only say how the old site looked, so they go and are told.
 */
export function convertAttributeLists(body: EditedText, say: Report): EditedText {
  const { text, origin } = body
  if (!text.includes('{:')) return body
  const tree = readMarkdown(text)
  const found = outsideCode(text, list, codeSpans(tree)).filter(
    ({ 1: inside = '', index }) =>
      text[index - 1] !== '\\' && (attributes.test(inside) || references(text, inside)),
  )
  return applyEdits(
    body,
    found.flatMap(({ 0: all, 1: inside = '', index }) => {
      const place = whole(text, index, all.length)
      const id = /#([\w:-]+)/.exec(inside)?.[1] ?? /(?:^|\s)id=["']?([\w:-]+)/.exec(inside)?.[1]
      const language = /\.language-([\w+#-]+)/.exec(inside)?.[1]
      const above = blockAbove(tree, place.start)
      if (language && above?.type === 'code') return [place, ...withLanguage(text, above, language)]
      const rest = inside.replace(/#[\w:-]+|\bid=\S+|\.no_toc\b/g, '').trim()
      if (rest !== '')
        say(origin(index), 'kramdown', `${excerpt(all)} says how the old site looked and was left out.`)
      if (!id) return [place]
      const target = place.isBlock ? above : inlineBefore(tree, index)
      return [place, ...withId(text, target, id)]
    }),
  )
}

type Place = Edit & { isBlock: boolean }

/** A list that stands alone in its line goes with the line. */
function whole(text: string, index: number, length: number): Place {
  const start = text.lastIndexOf('\n', index - 1) + 1
  const next = text.indexOf('\n', index)
  const end = next < 0 ? text.length : next
  const isBlock = /^[ \t>]*$/.test(text.slice(start, index)) && text.slice(index + length, end).trim() === ''
  return isBlock
    ? { start: Math.max(0, start - 1), end, text: '', isBlock }
    : { start: index, end: index + length, text: '', isBlock }
}

/** `{:name}` where another line defines `{:name: .class}`. */
const references = (text: string, inside: string) =>
  /^[\w-]+$/.test(inside.trim()) && new RegExp(`\\{:${inside.trim()}:\\s`).test(text)

function blockAbove(tree: Root, at: number): Nodes | undefined {
  let found: Nodes | undefined
  visit(tree, (node) => {
    const { start, end } = spanOf(node)
    const isBlock = /^(?:heading|paragraph|code|blockquote|table|list|html)$/.test(node.type)
    if (isBlock && start < at && (end <= at + 1 || node.type !== 'list')) found = node
  })
  return found
}

function inlineBefore(tree: Root, at: number): Nodes | undefined {
  let found: Nodes | undefined
  visit(tree, (node) => {
    if (spanOf(node).end === at && node.type !== 'text') found ??= node
  })
  return found
}

function withId(text: string, node: Nodes | undefined, id: string): Edit[] {
  if (!node) return []
  const { start } = spanOf(node)
  if (node.type === 'heading') {
    const line = text.indexOf('\n', start)
    const end = line < 0 ? text.length : line
    return [{ start: end, end, text: ` {#${id}}` }]
  }
  const isInline = 'value' in node || /^(?:emphasis|strong|link|image|inlineCode|paragraph)$/.test(node.type)
  return [{ start, end: start, text: isInline ? `<a id="${id}"></a>` : `<a id="${id}"></a>\n\n` }]
}

function withLanguage(text: string, node: Nodes, language: string): Edit[] {
  const { start, end } = spanOf(node)
  const source = text.slice(start, end)
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1]
  if (fence)
    return /^[`~]+[ \t]*\n/.test(source)
      ? [{ start: start + fence.length, end: start + fence.length, text: language }]
      : []
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const code = text.slice(lineStart, end).replace(/^(?: {4}|\t)/gm, '')
  return [{ start: lineStart, end, text: `\`\`\`${language}\n${code}\n\`\`\`` }]
}
