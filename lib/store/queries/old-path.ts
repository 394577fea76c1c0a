import { isAddressOf, readOldAddress } from '@/lib/content/permalink'
import { canonicalPath } from '@/lib/urls'
import { site } from '@/site.config'
import { goneReasonAt } from '../gone'
import type { PostIndex } from '../reader'
import { aliasTarget, publishedSummary } from './posts'

/** Where an address that is no post's own leads: to the post with that slug, or nowhere any more, with what readers are told. */
export type Whereabouts = { movedTo: string } | { gone: string }

/** What became of an address at which there is no post; undefined where nothing is known of it. */
export function whereabouts(archive: PostIndex, now: number, path: string): Whereabouts | undefined {
  const movedTo = oldAddress(archive, now, path)
  if (movedTo !== undefined) return { movedTo }
  const gone = goneReasonAt(archive, path)
  return gone === undefined ? undefined : { gone }
}

/**
 * The slug of the published post that an old address leads to: one of those its author named, or one that a pattern of
 * site.config.ts fits, if the day in it is the post's.
 */
export function oldAddress(
  archive: PostIndex,
  now: number,
  path: string,
  patterns: readonly string[] = site.permalinks,
): string | undefined {
  const named = aliasTarget(archive, now, path)
  if (named !== undefined) return named
  for (const pattern of patterns) {
    const said = readOldAddress(pattern, canonicalPath(path))
    const post = said && publishedSummary(archive, now, said.slug)
    if (post && isAddressOf(post, said)) return post.slug
  }
}
