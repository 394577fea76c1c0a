import { nameToEmoji } from 'gemoji'
import { visit } from 'unist-util-visit'
import { applyEdits, type Edit, type EditedText } from '../edited-text'
import { readMarkdown, spanOf } from '../markdown'

/** `:tada:` as the sign itself, on sites whose plugin does that. */
export function convertEmoji(body: EditedText): EditedText {
  const { text } = body
  if (!/:[a-z0-9_+-]+:/.test(text)) return body
  const edits: Edit[] = []
  visit(readMarkdown(text), 'text', (node) => {
    const { start, end } = spanOf(node)
    for (const { 0: all, 1: name = '', index } of text
      .slice(start, end)
      .matchAll(/(?<![\w:]):([a-z0-9_+-]+):(?![\w:])/g)) {
      const sign = Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined
      if (sign) edits.push({ start: start + index, end: start + index + all.length, text: sign })
    }
  })
  return applyEdits(body, edits)
}
