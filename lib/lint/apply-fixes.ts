import { parseFileName } from '@/lib/content/file-name'
import type { FileBytes } from '@/lib/content/parse-result'
import { parsePost, parsePostWithSource } from '@/lib/content/post'
import { hasErrors } from '@/lib/content/problem'
import { findCodeRanges, type Range } from './code-ranges'
import type { Edit } from './rule'

/**
 * The file with its edits made, every other byte as it was; undefined where nothing may be done. Code and comments
 * stay as they are, and so does a file that would not be read as before.
 */
export function applyFixes(file: FileBytes, edits: Edit[]): { bytes: Uint8Array; count: number } | undefined {
  const { source } = parsePostWithSource(file)
  if (!source) return undefined
  const start = source.text.length - source.body.length
  const untouchable = protectedRanges(source.body, file.path)?.map(({ from, to }) => ({
    from: from + start,
    to: to + start,
  }))
  const safe = edits.filter(
    ({ from, to }) =>
      to <= start || (untouchable && !untouchable.some((range) => range.from < to && from < range.to)),
  )
  const made = withoutOverlaps(safe)
  if (made.length === 0) return undefined
  const bytes = applyEdits(file.bytes, made)
  const isWorse = parsePost(file).value !== undefined && hasErrors(parsePost({ ...file, bytes }).problems)
  return isWorse ? undefined : { bytes, count: made.length }
}

/** Code and raw HTML. Undefined when the body cannot be parsed: then nobody knows where they are. */
function protectedRanges(body: string, path: string): Range[] | undefined {
  const code = findCodeRanges({ body, format: parseFileName(path).format }, ['code', 'inlineCode', 'html'])
  const tags = body.matchAll(/<(pre|code|kbd|samp|script|style)\b[\s\S]*?<\/\1\s*>/gi)
  return (
    code && [...code, ...Array.from(tags, ({ 0: all, index }) => ({ from: index, to: index + all.length }))]
  )
}

/** Of two that want the same place the first wins; the other one is found again the next time. */
function withoutOverlaps(edits: Edit[]): Edit[] {
  let end = 0
  return edits
    .toSorted((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      const isFree = from >= end
      if (isFree) end = to
      return isFree
    })
}

// A decoder of its own that keeps the byte order mark, which is no part of the text the offsets count in.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Edits count in the text without its byte order mark and with \n at the end of each line; the file may have both. */
function applyEdits(bytes: Uint8Array, edits: Edit[]): Uint8Array {
  const [, mark = '', written = ''] = /^(\uFEFF?)([\s\S]*)$/.exec(utf8.decode(bytes)) ?? []
  const text = written.replace(/\r\n/g, '\n')
  let done = 0
  let result = ''
  for (const { from, to, text: instead } of edits) {
    result += text.slice(done, from) + instead
    done = to
  }
  // No edit makes or joins lines, so the ends of lines are still the same, in the same order.
  const ends = written.match(/\r?\n/g) ?? []
  let line = 0
  const whole = (result + text.slice(done)).replace(/\n/g, () => ends[line++] ?? '\n')
  return new TextEncoder().encode(mark + whole)
}
