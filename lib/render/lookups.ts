import type { Post, Term } from '@/lib/content/post'

/** What a list or a card says of another post. */
export type EmbeddedPost = Pick<Post, 'slug' | 'title' | 'description' | 'published' | 'image'> & {
  section?: Term
}

/** A picture's size in pixels; with `srcSet` where smaller copies of it are served. */
export type PictureSize = { width: number; height: number; srcSet?: string }

/** What a body may look up. Both answers come from the archive; unknown is an ordinary answer. */
export type BodyLookups = {
  picture(src: string): PictureSize | undefined
  post(slug: string): EmbeddedPost | undefined
}

/** What the check of a body asks of them: whether there is such a thing. */
export type ExistenceLookups = { [What in keyof BodyLookups]: (name: string) => unknown }
