import { visit } from 'unist-util-visit'
import { applyEdits, type Edit, type EditedText } from '../edited-text'
import { codeSpans, outsideCode, readMarkdown, spanOf } from '../markdown'

/** `*[HTML]: Hypertext Markup Language` becomes `<abbr>` wherever the text says HTML; the line goes. */
export function convertAbbreviations(body: EditedText): EditedText {
  const { text } = body
  if (!/^ {0,3}\*\[[^\]\n]+\]:/m.test(text)) return body
  const tree = readMarkdown(text)
  const lines = outsideCode(text, /^ {0,3}\*\[([^\]\n]+)\]:[ \t]*(.*)\n?/gm, codeSpans(tree))
  const meanings = new Map(lines.map(({ 1: short = '', 2: long = '' }) => [short, long.trim()]))
  if (meanings.size === 0) return body
  const edits: Edit[] = lines.map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
    text: '',
  }))
  const longestFirst = [...meanings.keys()].sort((a, b) => b.length - a.length).map(escapeRegExp)
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_])`, 'gu')
  visit(tree, 'text', (node) => {
    const { start, end } = spanOf(node)
    for (const { 0: short, index } of text.slice(start, end).matchAll(word)) {
      const at = start + index
      if (edits.some((edit) => at >= edit.start && at < edit.end)) continue
      const title = escapeAttribute(meanings.get(short) ?? '')
      edits.push({
        start: at,
        end: at + short.length,
        text: `<abbr${title && ` title="${title}"`}>${short}</abbr>`,
      })
    }
  })
  return applyEdits(body, edits)
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const escapeAttribute = (text: string) =>
  text
    .replace(/&(?![\w#]+;)/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
