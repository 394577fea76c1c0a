import { damagesIn } from '@/lib/content/encoding'
import type { Post, Source } from '@/lib/content/post'
import { withoutCode } from '@/lib/render/strip-code'
import { blank, proseOf } from './prose'

/** A post as the rules look at it. */
export type Subject = {
  post: Post
  /** The whole file, with its lines ended by \n, and where in it the body begins. */
  text: string
  start: number
  /** The body without its code, and its running text alone: what is left out is blank, all else in its place. */
  plain: string
  prose: string
  /** The line and column of a key, by our name for it. */
  place: Source['place']
}

export function subjectOf(post: Post, { text, place }: Source): Subject {
  const plain = withoutCode(post.body, blank)
  return {
    post,
    text,
    start: text.length - post.body.length,
    plain,
    prose: withoutDamage(proseOf(plain)),
    place,
  }
}

/** A word with a damaged character in it is not misspelled as well. */
function withoutDamage(prose: string): string {
  let result = prose
  for (const { index, piece } of damagesIn(prose)) {
    const from = index - (/\S*$/.exec(prose.slice(Math.max(0, index - 60), index))?.[0].length ?? 0)
    const to =
      index + piece.length + (/^\S*/.exec(prose.slice(index + piece.length, index + 120))?.[0].length ?? 0)
    result = result.slice(0, from) + blank.repeat(to - from) + result.slice(to)
  }
  return result
}
