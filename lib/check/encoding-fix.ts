import { damagesIn } from '@/lib/content/encoding'
import type { Edit } from './rule'

/** Every damaged piece whose meaning is known, put right. In the head, comments are left as they are. */
export function repairsOf(text: string, start: number): Edit[] {
  const isComment = (index: number) =>
    index < start && /^(?:[^"'\n]*\s)?#/.test(text.slice(text.lastIndexOf('\n', index) + 1, index))
  return damagesIn(text).flatMap(({ piece, index, meant }) =>
    meant === undefined || isComment(index)
      ? []
      : [{ from: index, to: index + piece.length, text: /[\u200b\ufeff]/.test(meant) ? '' : meant }],
  )
}
