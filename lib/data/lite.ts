import { cacheLife } from 'next/cache'
import { renderLitePost } from '../editions/lite/article'
import { type LiteGroup, renderLiteFront } from '../editions/lite/front'
import { messages } from '../i18n/messages'
import { anyListTag } from '../store/changed-tags'
import * as one from '../store/queries/posts'
import * as state from '../store/queries/status'
import { ageInYears } from './age'
import { getBodyHtml } from './body-html'
import { getFrontPage } from './front'
import { type CachedText, toCachedText } from './http-response'
import { cacheMissingPost, cacheUntilNextChange, dependOn } from './lifetimes'
import { openIndex, toPostCards } from './open-index'

/** A story or standing page in the lite edition; undefined when there is no such post, or not yet. */
export async function getLitePost(slug: string): Promise<CachedText | undefined> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const post = one.postBySlug(index, now, slug) ?? one.pageBySlug(index, now, slug)
  const [html, card] = [await getBodyHtml(slug), post && toPostCards(index, [post])[0]]
  if (!card || html === undefined) {
    cacheMissingPost(index, now, slug)
    return undefined
  }
  dependOn(index, `post:${slug}`, anyListTag)
  cacheLife('days')
  const facts = {
    isPublicPost: (other: string) => one.postBySlug(index, now, other) !== undefined,
    file: (path: string) => state.findPicture(index, path),
  }
  return toCachedText(await renderLitePost({ post: card, html, yearsOld: ageInYears(card, now) }, facts), now)
}

/** The front page in the lite edition: its containers, and what else is new. No story twice. */
export async function getLiteFront(): Promise<CachedText> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  cacheUntilNextChange(index, now)
  const { containers, latest } = await getFrontPage()
  const groups: LiteGroup[] = [
    ...containers.map(({ title, layout, posts }) => ({
      title: layout === 'lead' ? undefined : title,
      posts,
    })),
    { title: messages.latest, posts: latest },
  ]
  const shown = new Set<string>()
  for (const group of groups) {
    group.posts = group.posts.filter(({ slug }) => !shown.has(slug) && shown.add(slug))
  }
  return toCachedText(await renderLiteFront(groups.filter(({ posts }) => posts.length > 0)), now)
}
