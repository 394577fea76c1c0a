import type { Author } from './author'
import type { Post } from './post'

/** A post without its body: what lists, cards and feeds know of it. */
export type Summary = Omit<Post, 'body' | 'bodyLine'>

/** A summary with what a list needs to be drawn: who wrote it, and how large its picture is. */
export type PostCard = Summary & {
  bylines: Pick<Author, 'id' | 'name'>[]
  pictureSize?: { width: number; height: number }
}

/**
 * Puts the names and the picture's size to a summary. A picture whose size nobody knows is missing from
 * public/ (or on another site), and a story without a picture is better than a hole: it is left out.
 */
export function toPostCard(
  summary: Summary,
  author: (id: string) => Author | undefined,
  sizeOf: (src: string) => { width: number; height: number } | undefined,
): PostCard {
  const bylines = summary.authors.flatMap((id) => {
    const known = author(id)
    return known ? [{ id, name: known.name }] : []
  })
  const pictureSize = summary.image && sizeOf(summary.image.src)
  const { image, ...rest } = summary
  return pictureSize ? { ...rest, image, bylines, pictureSize } : { ...rest, bylines }
}
