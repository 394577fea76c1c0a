import type { Author } from '../content/author'
import type { Post } from '../content/post'
import { type PostCard, type Summary, toPostCard } from '../content/summary'
import { checkBody } from '../render/check'
import type { BodyLookups } from '../render/lookups'
import { getFreshStore, getStore } from '../store/current-index'
import * as one from '../store/queries/posts'
import * as state from '../store/queries/status'
import * as terms from '../store/queries/terms'
import type { PostIndex } from '../store/reader'
import { indexVersion } from '../store/tag-versions'

/** The index, with its version at the moment it was asked for: what is read later may be of another one. */
export type OpenIndex = PostIndex & { readonly version: string }

/** The index: looked at afresh for each question while an author writes, else as it was opened. */
export async function openIndex(): Promise<OpenIndex> {
  const index = process.env.NODE_ENV === 'development' ? await getFreshStore(checkBody) : getStore()
  return { ...index, version: indexVersion(index) }
}

/** Summaries as the pages show them: with bylines and the sizes of pictures. */
export const toPostCards = (index: PostIndex, summaries: Summary[]): PostCard[] =>
  summaries.map((summary) =>
    toPostCard(
      summary,
      (id) => terms.findAuthor(index, id),
      (src) => state.findPicture(index, src),
    ),
  )

/**
 * What the bodies of posts may look up: sizes of pictures, and cards of other public posts. The slugs of those it was asked
 * for, public or not, are put into `cards`.
 */
export function bodyLookups(index: PostIndex, now: number, cards?: Set<string>): BodyLookups {
  return {
    picture: (src) => state.findPicture(index, src),
    post: (slug) => {
      cards?.add(slug)
      const found = one.postBySlug(index, now, slug)
      return found && { ...found, section: found.categories[0] }
    },
  }
}

export const findAuthors = (index: PostIndex, post: Pick<Post, 'authors'>): Author[] =>
  post.authors.flatMap((id) => terms.findAuthor(index, id) ?? [])
