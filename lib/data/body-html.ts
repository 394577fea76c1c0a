import { cacheLife } from 'next/cache'
import { renderPlainBody } from '../render/render'
import { anyListTag } from '../store/changed-tags'
import * as one from '../store/queries/posts'
import { cacheMissingPost, dependOn, dependOnCards } from './lifetimes'
import { bodyLookups, openIndex } from './open-index'

/**
 * The body of a public post as plain HTML, made once for all feeds it is in, its lite edition and its Markdown. Undefined
 * when there is no such post.
 */
export async function getBodyHtml(slug: string): Promise<string | undefined> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const post = one.postBySlug(index, now, slug) ?? one.pageBySlug(index, now, slug)
  if (!post) {
    cacheMissingPost(index, now, slug)
    return undefined
  }
  dependOn(index, `post:${slug}`, anyListTag)
  cacheLife('days')
  const cards = new Set<string>()
  const html = await renderPlainBody(post, bodyLookups(index, now, cards))
  dependOnCards(index, now, cards)
  return html
}
