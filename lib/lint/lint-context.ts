import { findMojibake } from '@/lib/content/encoding'
import type { Post, PostSource } from '@/lib/content/post'
import { blankOutCode } from '@/lib/render/strip-code'
import { blank, extractProse } from './prose'

/** A post as the rules look at it. */
export type LintContext = {
  post: Post
  /** The whole file, with its lines ended by \n, and where in it the body begins. */
  text: string
  bodyStart: number
  /** The body without its code, and its running text alone: what is left out is blank, all else in its place. */
  bodyWithoutCode: string
  prose: string
  /** The line and column of a key, by our name for it. */
  place: PostSource['positionOf']
}

export function createLintContext(post: Post, { text, positionOf: place }: PostSource): LintContext {
  const plain = blankOutCode(post.body, blank)
  return {
    post,
    text,
    bodyStart: text.length - post.body.length,
    bodyWithoutCode: plain,
    prose: withoutDamage(extractProse(plain)),
    place,
  }
}

/** A word with a damaged character in it is not misspelled as well. */
function withoutDamage(prose: string): string {
  let result = prose
  for (const { index, text: piece } of findMojibake(prose)) {
    const from = index - (/\S*$/.exec(prose.slice(Math.max(0, index - 60), index))?.[0].length ?? 0)
    const to =
      index + piece.length + (/^\S*/.exec(prose.slice(index + piece.length, index + 120))?.[0].length ?? 0)
    result = result.slice(0, from) + blank.repeat(to - from) + result.slice(to)
  }
  return result
}
