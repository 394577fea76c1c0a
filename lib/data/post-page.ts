import type { Post } from '../content/post'
import { renderBody } from '../render/render'
import * as lists from '../store/queries/lists'
import * as one from '../store/queries/posts'
import { listRelated } from '../store/queries/related'
import type { PostIndex } from '../store/reader'
import { ageInYears } from './age'
import { bodyLookups, findAuthors, toPostCards } from './open-index'

/**
 * A story or a standing page with everything around it, for readers or for a preview. The slugs of the cards in its text
 * are put into `cards`.
 */
export async function buildPostPage(index: PostIndex, now: number, post: Post, cards?: Set<string>) {
  const { body: _body, bodyLine: _bodyLine, ...summary } = post
  const { html, headings } = await renderBody(post, bodyLookups(index, now, cards))
  const isStory = post.layout === 'post'
  const around = isStory ? one.listNeighbours(index, now, post.slug) : {}
  return {
    post: toPostCards(index, [summary])[0] ?? { ...summary, bylines: [] },
    authors: findAuthors(index, post),
    html,
    headings,
    series: post.series
      ? toPostCards(index, lists.listBySeries(index, now, post.series.slug, 50)).reverse()
      : [],
    related: isStory ? toPostCards(index, listRelated(index, now, post.slug, 3)) : [],
    previous: around.previous,
    next: around.next,
    yearsOld: ageInYears(post, now),
    isScheduled: !post.draft && Date.parse(post.published) > now,
  }
}
