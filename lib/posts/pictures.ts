import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheLife, cacheTag } from 'next/cache'
import * as one from '../archive/one-post'
import * as state from '../archive/state'
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
  // A picture that the sync refused is not opened again.
  const image = post.image && state.picture(index, post.image.src) ? post.image : undefined
  return Buffer.from(await pictureFor({ ...post, image }, ratio, process.cwd())).toString('base64')
}

/** A picture of public/ that came after the build; undefined unless the index has it. Nobody names a file but by its row. */
export async function assetFile(
  src: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | undefined> {
  const known = state.picture(await ask(), src)
  if (!known || !src.startsWith('/assets/')) return undefined
  const bytes = await readFile(join(/* turbopackIgnore: true */ process.cwd(), 'public', src)).catch(
    () => undefined,
  )
  return bytes && { bytes: new Uint8Array(bytes), type: known.type }
}
