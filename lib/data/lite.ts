import { cacheLife } from 'next/cache'
import { liteArticle } from '../editions/lite/article'
import { type LiteGroup, liteFront } from '../editions/lite/front'
import { words } from '../i18n/messages'
import { anyListTag } from '../store/changed-tags'
import * as one from '../store/queries/posts'
import * as state from '../store/queries/status'
import { ageOf } from './age'
import { bodyHtml } from './body-html'
import { front } from './front'
import { type Answer, toAnswer } from './http-response'
import { dependOn, untilNextChange, untilScheduled } from './lifetimes'
import { openIndex, toStories } from './open-index'

/** A story or standing page in the lite edition; undefined when there is no such post, or not yet. */
export async function liteStory(slug: string): Promise<Answer | undefined> {
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
  const facts = {
    isStory: (other: string) => one.postBySlug(index, now, other) !== undefined,
    file: (path: string) => state.picture(index, path),
  }
  return toAnswer(await liteArticle({ story, html, yearsOld: ageOf(story, now) }, facts), now)
}

/** The front page in the lite edition: its containers, and what else is new. No story twice. */
export async function liteFrontPage(): Promise<Answer> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  untilNextChange(index, now)
  const { containers, latest } = await front()
  const groups: LiteGroup[] = [
    ...containers.map(({ title, layout, stories }) => ({
      title: layout === 'lead' ? undefined : title,
      stories,
    })),
    { title: words.latest, stories: latest },
  ]
  const shown = new Set<string>()
  for (const group of groups) {
    group.stories = group.stories.filter(({ slug }) => !shown.has(slug) && shown.add(slug))
  }
  return toAnswer(await liteFront(groups.filter(({ stories }) => stories.length > 0)), now)
}
