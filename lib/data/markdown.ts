import { cacheLife } from 'next/cache'
import { markdownArticle } from '../editions/markdown/article'
import { llmsTxt } from '../feeds/llms'
import { anyListTag } from '../store/changed-tags'
import * as lists from '../store/queries/lists'
import * as one from '../store/queries/posts'
import { bodyHtml } from './body-html'
import { type Answer, toAnswer } from './http-response'
import { dependOn, untilNextChange, untilScheduled } from './lifetimes'
import { authorsOf, openIndex, toStories } from './open-index'

/** A story or standing page as Markdown; undefined when there is no such post, or not yet. */
export async function markdown(slug: string): Promise<Answer | undefined> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const post = one.postBySlug(index, now, slug) ?? one.page(index, now, slug)
  const [html, story] = [await bodyHtml(slug), post && toStories(index, [post])[0]]
  if (!story || html === undefined) {
    untilScheduled(index, now, slug)
    return undefined
  }
  dependOn(index, `post:${slug}`, anyListTag)
  cacheLife('days')
  return toAnswer(markdownArticle({ story, authors: authorsOf(index, story), html }), now)
}

/** What a machine that reads needs to find its way: llms.txt. */
export async function llms(): Promise<Answer> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  untilNextChange(index, now)
  return toAnswer(llmsTxt(lists.latest(index, now, 50), one.pages(index, now)), now)
}
