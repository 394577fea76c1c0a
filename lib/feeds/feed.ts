import type { Author } from '@/lib/content/author'
import type { Summary } from '@/lib/content/summary'
import { absoluteUrl, articlePath } from '@/lib/urls'

/** What every feed is made from. Which posts are in it, and in which order, is the caller's. */
export type Feed = {
  title: string
  description: string
  /** Of the feed itself, and of the page that shows the same. */
  path: string
  homePath: string
  /** When the newest change was, ISO 8601 with offset; `newestChange` of the posts. */
  updated: string
  items: FeedItem[]
}

export type FeedItem = {
  post: Summary
  authors: Author[]
  /** The body, rendered and sanitised. Its addresses may be relative. */
  html: string
  /** What is known of the front matter's image, when it is there. */
  picture?: { width: number; height: number; type: string; bytes?: number }
  /** Where it is to be read, when it is not the article itself but a part of it: `/chips#correction-1`. */
  path?: string
}

/** The identity of an entry in all three formats: the article's address. It never changes. */
export const itemUrl = ({ post, path }: Pick<FeedItem, 'post' | 'path'>) =>
  absoluteUrl(path ?? articlePath(post.slug))

/** When a reader would say the post changed last. */
export const changedAt = (post: Pick<Summary, 'published' | 'updated'>) => post.updated ?? post.published

/** The latest change among the posts; undefined when there are none. */
export function newestChange(posts: Pick<Summary, 'published' | 'updated'>[]): string | undefined {
  return posts.map(changedAt).sort((a, b) => Date.parse(b) - Date.parse(a))[0]
}
