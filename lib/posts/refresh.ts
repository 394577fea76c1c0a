import { revalidateTag } from 'next/cache'
import * as one from '../archive/one-post'
import type { SyncReport } from '../archive/report'
import {
  archivePath,
  articlePath,
  authorPath,
  categoryPath,
  feedPath,
  homePath,
  sitemapPath,
  tagPath,
} from '../urls'
import { ask } from './ask'
import { anyList, awaited } from './lifetimes'

type Told = Pick<
  SyncReport,
  'changed' | 'frontChanged' | 'authorsChanged' | 'picturesChanged' | 'pagesChanged'
>

/**
 * Lets go of the answers that a sync made old, and of no others: 10,000 lists of an archive are not made again for one
 * story. Each page goes on being served as it was until its new one is ready, also
 * when that fails (`'max'`; with `expire: 0` Next throws the good page away first). Gives the paths to ask for, so that
 * the new pages are ready before a reader comes.
 */
export async function refresh(told: Told): Promise<string[]> {
  const { changed, frontChanged, authorsChanged, picturesChanged, pagesChanged } = told
  const posts = changed.slugs.map((slug) => `post:${slug}`)
  const isQuiet = posts.length + changed.authors.length + changed.pictures.length === 0 && !frontChanged
  if (isQuiet) return []
  const lists = [
    ...changed.categories.map((slug) => `category:${slug}`),
    ...changed.tags.map((slug) => `tag:${slug}`),
    ...changed.authors.map((id) => `author:${id}`),
    ...changed.months.map((month) => `month:${month}`),
    ...changed.series.map((slug) => `series:${slug}`),
  ]
  const waiting = posts.length > 0 ? [awaited] : []
  const any = authorsChanged || picturesChanged ? [anyList] : []
  // Every page has the footer's tag.
  const footer = pagesChanged ? ['pages'] : []
  for (const tag of [
    ...posts,
    ...(await beside(changed.slugs)),
    ...lists,
    ...waiting,
    ...any,
    ...footer,
    'lists',
  ])
    revalidateTag(tag, 'max')
  return [
    ...changed.slugs.map(articlePath),
    homePath(),
    feedPath(),
    ...changed.categories.map((slug) => categoryPath(slug)),
    ...changed.authors.map((id) => authorPath(id)),
    ...changed.tags.map((slug) => tagPath(slug)),
    ...changed.months.map((month) => archivePath(Number(month.slice(0, 4)), Number(month.slice(5)))),
    sitemapPath(),
  ]
}

/** The stories before and after each have a link to it now. Those that had one before carry its tag. */
async function beside(slugs: string[]): Promise<string[]> {
  const [index, now] = [await ask(), Date.now()]
  return slugs.flatMap((slug) => {
    const { previous, next } = one.neighbours(index, now, slug)
    return [previous, next].flatMap((story) => (story ? `around:${story.slug}` : []))
  })
}
