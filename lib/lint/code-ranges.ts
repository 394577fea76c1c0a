import { visit } from 'unist-util-visit'
import type { Post } from '@/lib/content/post'
import { parseBody } from '@/lib/render/parse'

export type Range = { from: number; to: number }

/**
 * Where a body holds code or raw HTML, as the parser sees it: also in lists and quotes, where a pattern cannot tell.
 * Undefined when the body cannot be parsed. Offsets of the body.
 */
export function findCodeRanges(
  post: Pick<Post, 'body' | 'format'>,
  kinds = ['code', 'inlineCode'],
): Range[] | undefined {
  const ranges: Range[] = []
  try {
    visit(parseBody(post), kinds, ({ position }) => {
      const [from, to] = [position?.start.offset, position?.end.offset]
      if (from !== undefined && to !== undefined) ranges.push({ from, to })
    })
  } catch {
    return undefined
  }
  return ranges
}

/** Whether code may hide where `blankOutCode` does not find it: indented, or fenced inside a quote or list. */
export function mayHideCode(body: string): boolean {
  return /^(?: {4}|\t| {0,3}>.*(?:`{3}|~{3}|\t| {5}))/m.test(body)
}
