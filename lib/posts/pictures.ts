import { cacheLife, cacheTag } from 'next/cache'
import * as one from '../archive/one-post'
import { pictureFor } from '../pictures/open-graph'
import type { Ratio } from '../urls'
import { ask } from './ask'
import { untilScheduled } from './lifetimes'

/** The picture of a public post for social networks, as a PNG in base64; undefined when there is no such post. */
export async function sharingPicture(slug: string, ratio: Ratio): Promise<string | undefined> {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  cacheTag(`post:${slug}`)
  const post = one.postBySlug(index, now, slug) ?? one.page(index, now, slug)
  if (!post) {
    untilScheduled(index, now, slug)
    return undefined
  }
  cacheLife('days')
  return Buffer.from(await pictureFor(post, ratio, process.cwd())).toString('base64')
}
