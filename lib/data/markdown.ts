import { cacheLife } from 'next/cache'
import { postToMarkdown } from '../editions/markdown/article'
import { writeLlmsTxt } from '../feeds/llms'
import { anyListTag } from '../store/changed-tags'
import * as lists from '../store/queries/lists'
import * as one from '../store/queries/posts'
import { getBodyHtml } from './body-html'
import { type CachedText, toCachedText } from './http-response'
import { cacheMissingPost, cacheUntilNextChange, dependOn } from './lifetimes'
import { findAuthors, openIndex, toPostCards } from './open-index'

/** A story or standing page as Markdown; undefined when there is no such post, or not yet. */
export async function getPostMarkdown(slug: string): Promise<CachedText | undefined> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const post = one.postBySlug(index, now, slug) ?? one.pageBySlug(index, now, slug)
  const [html, story] = [await getBodyHtml(slug), post && toPostCards(index, [post])[0]]
  if (!story || html === undefined) {
    cacheMissingPost(index, now, slug)
    return undefined
  }
  dependOn(index, `post:${slug}`, anyListTag)
  cacheLife('days')
  return toCachedText(postToMarkdown({ story, authors: findAuthors(index, story), html }), now)
}

/** What a machine that reads needs to find its way: llms.txt. */
export async function getLlmsTxt(): Promise<CachedText> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  cacheUntilNextChange(index, now)
  return toCachedText(writeLlmsTxt(lists.listLatest(index, now, 50), one.listPages(index, now)), now)
}
