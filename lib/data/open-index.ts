import type { Author } from '../content/author'
import type { Post } from '../content/post'
import { type Story, type Summary, toStory } from '../content/summary'
import { checkBody } from '../render/check'
import type { Facts } from '../render/lookups'
import { archive, freshArchive } from '../store/current-index'
import * as one from '../store/queries/posts'
import * as state from '../store/queries/status'
import * as terms from '../store/queries/terms'
import type { PostIndex } from '../store/reader'
import { indexVersion } from '../store/tag-versions'

/** The index, with its version at the moment it was asked for: what is read later may be of another one. */
export type Reading = PostIndex & { readonly version: string }

/** The index: looked at afresh for each question while an author writes, else as it was opened. */
export async function openIndex(): Promise<Reading> {
  const index = process.env.NODE_ENV === 'development' ? await freshArchive(checkBody) : archive()
  return { ...index, version: indexVersion(index) }
}

/** Summaries as the pages show them: with bylines and the sizes of pictures. */
export const toStories = (index: PostIndex, summaries: Summary[]): Story[] =>
  summaries.map((summary) =>
    toStory(
      summary,
      (id) => terms.author(index, id),
      (src) => state.picture(index, src),
    ),
  )

/**
 * What the bodies of posts may look up: sizes of pictures, and cards of other public posts. The slugs of those it was asked
 * for, public or not, are put into `cards`.
 */
export function factsOf(index: PostIndex, now: number, cards?: Set<string>): Facts {
  return {
    picture: (src) => state.picture(index, src),
    post: (slug) => {
      cards?.add(slug)
      const found = one.postBySlug(index, now, slug)
      return found && { ...found, section: found.categories[0] }
    },
  }
}

export const authorsOf = (index: PostIndex, post: Pick<Post, 'authors'>): Author[] =>
  post.authors.flatMap((id) => terms.author(index, id) ?? [])
