import { cacheLife, cacheTag } from 'next/cache'
import * as one from '../archive/one-post'
import { renderHtml } from '../mdx/render'
import { ask, factsOf } from './ask'
import { anyList, untilScheduled, withCards } from './lifetimes'

/**
 * The body of a public post as plain HTML, made once for all feeds it is in, its lite edition and its Markdown. Undefined
 * when there is no such post.
 */
export async function bodyHtml(slug: string): Promise<string | undefined> {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  cacheTag(`post:${slug}`, anyList)
  const post = one.postBySlug(index, now, slug) ?? one.page(index, now, slug)
  if (!post) {
    untilScheduled(index, now, slug)
    return undefined
  }
  cacheLife('days')
  const cards = new Set<string>()
  const html = await renderHtml(post, factsOf(index, now, cards))
  withCards(index, now, cards)
  return html
}
