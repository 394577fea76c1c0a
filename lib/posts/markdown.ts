import { cacheLife } from 'next/cache'
import { type Answer, toAnswer } from '../answer'
import { anyListTag } from '../archive/changed-tags'
import * as lists from '../archive/lists'
import * as one from '../archive/one-post'
import { markdownArticle } from '../markdown/article'
import { llmsTxt } from '../syndication/llms'
import { ask, authorsOf, toStories } from './ask'
import { bodyHtml } from './body-html'
import { dependOn, untilNextChange, untilScheduled } from './lifetimes'

/** A story or standing page as Markdown; undefined when there is no such post, or not yet. */
export async function markdown(slug: string): Promise<Answer | undefined> {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
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
  const [index, now] = [await ask(), Date.now()]
  untilNextChange(index, now)
  return toAnswer(llmsTxt(lists.latest(index, now, 50), one.pages(index, now)), now)
}
