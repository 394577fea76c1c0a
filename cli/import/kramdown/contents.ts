import { applyEdits, type EditedText } from '../edited-text'
import { codeSpans, outsideCode, readMarkdown } from '../markdown'

const marker =
  /^[ \t]*(?:[-*+]|\d+\.)[ \t]+[^\n]*\n(?:[ \t]*\{:[^}\n]*\}[ \t]*\n)*?[ \t]*\{:\s*toc\b[^}\n]*\}[ \t]*$/gm

/** A list that `{:toc}` would have replaced by a table of contents goes; `toc` says whether there was one. */
export function removeTocMarker(body: EditedText): { body: EditedText; toc: boolean } {
  if (!/\{:\s*toc\b/.test(body.text)) return { body, toc: false }
  const found = outsideCode(body.text, marker, codeSpans(readMarkdown(body.text)))
  const edits = found.map(({ 0: all, index }) => ({ start: index, end: index + all.length, text: '' }))
  return { body: applyEdits(body, edits), toc: found.length > 0 }
}
