import type { CrossFileFields } from '@/lib/content/cross-file-checks'
import type { Post } from '@/lib/content/post'

/** What is stored of a post for the check across files, which wants it of all posts at once. */
export function crossFileFields(post: Post): CrossFileFields {
  const { path, slug, published, authors, aliases, related, categories, tags, series } = post
  return { path, slug, published, authors, aliases, related, categories, tags, series }
}
