import type { Post } from '../content/post'
import { renderBody } from '../render/render'
import * as lists from '../store/queries/lists'
import * as one from '../store/queries/posts'
import { related } from '../store/queries/related'
import type { PostIndex } from '../store/reader'
import { ageOf } from './age'
import { authorsOf, factsOf, toStories } from './open-index'

/**
 * A story or a standing page with everything around it, for readers or for a preview. The slugs of the cards in its text
 * are put into `cards`.
 */
export async function storyPage(index: PostIndex, now: number, post: Post, cards?: Set<string>) {
  const { body: _body, bodyLine: _bodyLine, ...summary } = post
  const { html, headings } = await renderBody(post, factsOf(index, now, cards))
  const isStory = post.layout === 'post'
  const around = isStory ? one.neighbours(index, now, post.slug) : {}
  return {
    story: toStories(index, [summary])[0] ?? { ...summary, bylines: [] },
    authors: authorsOf(index, post),
    html,
    headings,
    series: post.series ? toStories(index, lists.inSeries(index, now, post.series.slug, 50)).reverse() : [],
    related: isStory ? toStories(index, related(index, now, post.slug, 3)) : [],
    previous: around.previous,
    next: around.next,
    yearsOld: ageOf(post, now),
    isScheduled: !post.draft && Date.parse(post.published) > now,
  }
}
