import type { Post, Term } from '@/lib/content/post'

/** What a list or a card says of another post. */
export type Card = Pick<Post, 'slug' | 'title' | 'description' | 'published' | 'image'> & { section?: Term }

/** A picture's size in pixels; with `srcSet` where smaller copies of it are served. */
export type PictureFacts = { width: number; height: number; srcSet?: string }

/** What a body may look up. Both answers come from the archive; unknown is an ordinary answer. */
export type Facts = {
  picture(src: string): PictureFacts | undefined
  post(slug: string): Card | undefined
}

/** What the check of a body asks of them: whether there is such a thing. */
export type Known = { [What in keyof Facts]: (name: string) => unknown }
