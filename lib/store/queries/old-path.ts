import { isPermalinkOf, matchPermalink } from '@/lib/content/permalink'
import { canonicalPath } from '@/lib/urls'
import { site } from '@/site.config'
import { findGoneReason } from '../gone'
import type { PostIndex } from '../reader'
import { slugByAlias, summaryBySlug } from './posts'

/** Where an address that is no post's own leads: to the post with that slug, or nowhere any more, with what readers are told. */
export type PathResolution = { movedTo: string } | { gone: string }

/** What became of an address at which there is no post; undefined where nothing is known of it. */
export function resolveOldPath(store: PostIndex, now: number, path: string): PathResolution | undefined {
  const movedTo = findMovedSlug(store, now, path)
  if (movedTo !== undefined) return { movedTo }
  const gone = findGoneReason(store, path)
  return gone === undefined ? undefined : { gone }
}

/**
 * The slug of the published post that an old address leads to: one of those its author named, or one that a pattern of
 * site.config.ts fits, if the day in it is the post's.
 */
export function findMovedSlug(
  store: PostIndex,
  now: number,
  path: string,
  patterns: readonly string[] = site.permalinks,
): string | undefined {
  const named = slugByAlias(store, now, path)
  if (named !== undefined) return named
  for (const pattern of patterns) {
    const said = matchPermalink(pattern, canonicalPath(path))
    const post = said && summaryBySlug(store, now, said.slug)
    if (post && isPermalinkOf(post, said)) return post.slug
  }
}
