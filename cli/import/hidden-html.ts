import { visit } from 'unist-util-visit'
import type { EditedText } from './edited-text'
import { readMarkdown, spanOf } from './markdown'
import type { Report } from './report'

const hidden =
  /<(script|style|object|embed|applet|form|input|button|select|textarea|svg|math|video|audio|canvas)\b/gi

/** Tells of HTML that stays in the file and that no page ever shows, since it runs, asks or loads something. */
export function reportHiddenHtml(body: EditedText, say: Report): EditedText {
  visit(readMarkdown(body.text), 'html', (node) => {
    const { start, end } = spanOf(node)
    for (const { 1: name = '', index } of body.text.slice(start, end).matchAll(hidden))
      say(
        body.origin(start + index),
        'html',
        `<${name.toLowerCase()}> was kept in the file, and is not shown.`,
      )
  })
  return body
}
