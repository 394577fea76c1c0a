import { applyEdits, type Edit, type EditedText } from '../edited-text'
import { codeSpans, readMarkdown, type Span } from '../markdown'
import { excerpt, type Report } from '../report'
import { fenced } from './highlight'
import { type LiquidPiece, liquidPieces } from './liquid-tokens'

/** Gives what a piece of Liquid comes to, and the variables nobody has set; throws where it cannot be known. */
export type Evaluate = (liquid: string) => { text: string; missing: string[] }

const most = 2000

/**
 * Replaces Liquid by what Jekyll would have made of it, also in code, as Jekyll does. What cannot be known stays: as it
 * is in code and addresses, elsewhere as a comment that no reader sees. Either way it is told.
 */
export function convertLiquid(body: EditedText, evaluate: Evaluate, say: Report): EditedText {
  const { text } = body
  if (!text.includes('{%') && !text.includes('{{')) return body
  if (text.split('{%').length > most) {
    say(0, 'liquid', `There are more than ${most} Liquid tags here. Nothing of them was converted.`)
    return body
  }
  const work = {
    text,
    evaluate,
    say: (at: number, rule: string, message: string) => say(body.origin(at), rule, message),
  }
  const edits = editsIn(work, 0, text.length)
  return applyEdits(body, edits)
}

type Work = { text: string; evaluate: Evaluate; say: Report }

function editsIn(work: Work, from: number, to: number): Edit[] {
  return liquidPieces(work.text.slice(from, to)).flatMap((piece) => {
    const inner = piece.inner && { start: piece.inner.start + from, end: piece.inner.end + from }
    return editsFor(work, { ...piece, start: piece.start + from, end: piece.end + from, inner })
  })
}

function editsFor(work: Work, piece: LiquidPiece): Edit[] {
  const { text, evaluate, say } = work
  const { start, end, inner, name, args } = piece
  const source = text.slice(start, end)
  if (name === 'raw' && inner) return [cut(start, inner.start), cut(inner.end, end)]
  if (name === 'comment' && inner)
    return [{ start, end, text: asComment(text.slice(inner.start, inner.end)) }]
  if ((name === 'highlight' || name === 'codeblock') && inner) {
    const content = withoutRaw(text.slice(inner.start, inner.end))
    return [{ start, end, text: fenced(args, content, text.slice(0, start)) }]
  }
  try {
    if (piece.broken) throw new Error('it has no beginning or no end')
    const { text: value, missing } = evaluate(source)
    for (const one of missing)
      say(start, 'liquid', `Nothing sets ${one}, so Jekyll wrote nothing in its place.`)
    return [{ ...trimmed(text, piece), text: value }]
  } catch (error) {
    say(start, 'liquid', `${excerpt(source)} was not converted (${reason(error)}).`)
    // Either text may be the one that was meant.
    if (inner && (name === 'if' || name === 'unless'))
      return [
        ...keep(work, start, inner.start),
        ...editsIn(work, inner.start, inner.end),
        ...keep(work, inner.end, end),
      ]
    return keep(work, start, end)
  }
}

const cut = (start: number, end: number): Edit => ({ start, end, text: '' })

/** `{%-` and `-%}` take the white space beside them away. */
function trimmed(text: string, { start, end }: LiquidPiece): Span {
  const before = /^.{2}-/.test(text.slice(start, start + 3))
    ? (/\s*$/.exec(text.slice(0, start))?.[0].length ?? 0)
    : 0
  const after = text[end - 3] === '-' ? (/^\s*/.exec(text.slice(end))?.[0].length ?? 0) : 0
  return { start: start - before, end: end + after }
}

function keep({ text }: Work, start: number, end: number): Edit[] {
  const line = text.slice(Math.max(0, start - 2000), start)
  const isInCode = codeSpans(readMarkdown(text)).some((span) => start < span.end && end > span.start)
  const isInAddress = /\]\([^()\n]*$|<[a-z/][^<>]*$|^ {0,3}\[[^\]\n]*\]:[^\n]*$(?![\s\S])/im.test(line)
  return isInCode || isInAddress ? [] : [{ start, end, text: asComment(text.slice(start, end)) }]
}

/** As in HTML: invisible to readers, and kept. */
export const asComment = (text: string) => `<!-- ${text.trim().replaceAll('-->', '--&gt;')} -->`

const withoutRaw = (text: string) => text.replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '')

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const missing = /Failed to lookup "([^"]*)"/.exec(message)?.[1]
  return missing ? `there is no _includes/${missing}` : excerpt(message.replace(/, line:\d+, col:\d+$/, ''))
}
