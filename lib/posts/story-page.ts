import * as lists from '../archive/lists'
import * as one from '../archive/one-post'
import type { Archive } from '../archive/reader'
import { related } from '../archive/related'
import type { Post } from '../content/post'
import { renderBody } from '../mdx/render'
import { ageOf } from './age'
import { authorsOf, factsOf, toStories } from './ask'

/**
 * A story or a standing page with everything around it, for readers or for a preview. The slugs of the cards in its text
 * are put into `cards`.
 */
export async function storyPage(index: Archive, now: number, post: Post, cards?: Set<string>) {
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
