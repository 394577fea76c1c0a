import { findMojibake } from '@/lib/content/encoding'
import type { Edit } from './rule'

/** Every damaged piece whose meaning is known, put right. In the head, comments are left as they are. */
export function encodingFixes(text: string, start: number): Edit[] {
  return findMojibake(text).flatMap(({ text: piece, index, original: meant }) =>
    meant === undefined || (index < start && isInComment(text, index))
      ? []
      : [{ from: index, to: index + piece.length, text: /[\u200b\ufeff]/.test(meant) ? '' : meant }],
  )
}

const quoted = /(?<=[:,[{-]\s{0,9})(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/g

/** A YAML comment begins with a # after a space, outside of quotation marks. */
function isInComment(text: string, index: number): boolean {
  const from = text.lastIndexOf('\n', index) + 1
  const line = text.slice(from).split('\n', 1)[0] ?? ''
  const sign = line.replace(quoted, (value) => 'x'.repeat(value.length)).search(/(?<=^|\s)#/)
  return sign >= 0 && from + sign < index
}
