import { cacheLife } from 'next/cache'
import { renderHtml } from '../render/render'
import { anyListTag } from '../store/changed-tags'
import * as one from '../store/queries/posts'
import { dependOn, untilScheduled, withCards } from './lifetimes'
import { factsOf, openIndex } from './open-index'

/**
 * The body of a public post as plain HTML, made once for all feeds it is in, its lite edition and its Markdown. Undefined
 * when there is no such post.
 */
export async function bodyHtml(slug: string): Promise<string | undefined> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const post = one.postBySlug(index, now, slug) ?? one.page(index, now, slug)
  if (!post) {
    untilScheduled(index, now, slug)
    return undefined
  }
  dependOn(index, `post:${slug}`, anyListTag)
  cacheLife('days')
  const cards = new Set<string>()
  const html = await renderHtml(post, factsOf(index, now, cards))
  withCards(index, now, cards)
  return html
}
