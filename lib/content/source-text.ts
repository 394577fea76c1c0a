import { isUtf8 } from 'node:buffer'
import type { FileBytes, ParseResult } from '@/lib/content/parse-result'
import type { Problem } from '@/lib/content/problem'

/** More than a long story ever needs: a whole issue of a magazine fits. */
export const maxFileBytes = 512 * 1024

/** The line and column, counted from 1, of a character in a text. */
export function positionIn(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index)
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') }
}

/** The bytes as text: strict UTF-8, one byte order mark off, every line ended by \n, no control characters. */
export function decodeText({ path, bytes }: FileBytes): ParseResult<string> {
  const refuse = (message: string, at: Partial<Problem> = {}): ParseResult<string> => ({
    problems: [{ file: path, ...at, severity: 'error', rule: 'file', message }],
  })
  if (bytes.length > maxFileBytes) return refuse(tooLargeMessage(bytes.length))
  if (bytes[0] === 0xff || bytes[0] === 0xfe) {
    return refuse('This looks like UTF-16. Save the file as UTF-8.', { line: 1, column: 1 })
  }
  const decoded = decode(bytes)
  if (decoded === undefined) {
    const line = firstInvalidLine(bytes)
    return refuse('There are bytes here that are not UTF-8. Save the file as UTF-8.', { line })
  }
  const text = decoded.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n')
  if (text.startsWith('\uFEFF')) {
    return refuse('The file begins with two byte order marks. Save it as UTF-8 without one.', {
      line: 1,
      column: 1,
    })
  }
  const control = controlCharacter.exec(text)
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return refuse(
      `There is a control character here (U+${code}). Delete it.`,
      positionIn(text, control.index),
    )
  }
  return { value: text, problems: [] }
}

/** What is said of a file over the limit. */
export function tooLargeMessage(size: number): string {
  return `The file has ${Math.ceil(size / 1024)} KB, the limit is 512. Split the story, or move data out of it.`
}

// A lone \r counts: YAML and Markdown take it for the end of a line, our line numbers do not. U+0080 to U+009F do not
// count: they are what is left of damaged characters, and encoding.ts says which.
const controlCharacter = /(?![\t\n\u0080-\u009F])\p{Cc}/u

// Not a TextDecoder: its strings have two bytes a letter, and whatever is done with them takes twice as long.
function decode(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString() : undefined
}

function firstInvalidLine(bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start)
    const stop = end < 0 ? bytes.length : end
    if (decode(bytes.subarray(start, stop)) === undefined) break
    start = stop + 1
  }
  return line
}
