import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheLife } from 'next/cache'
import { renderShareImage } from '../images/share-image'
import { anyListTag } from '../store/changed-tags'
import * as one from '../store/queries/posts'
import * as state from '../store/queries/status'
import type { ShareRatio } from '../urls'
import { cacheMissingPost, dependOn } from './lifetimes'
import { openIndex } from './open-index'

/** The picture of a public post for social networks, as a PNG in base64; undefined when there is no such post. */
export async function getShareImage(slug: string, ratio: ShareRatio): Promise<string | undefined> {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const post = one.postBySlug(index, now, slug) ?? one.pageBySlug(index, now, slug)
  if (!post) {
    cacheMissingPost(index, now, slug)
    return undefined
  }
  dependOn(index, `post:${slug}`, anyListTag)
  cacheLife('days')
  // A picture that the sync refused is not opened again.
  const image = post.image && state.findPicture(index, post.image.src) ? post.image : undefined
  return Buffer.from(await renderShareImage({ ...post, image }, ratio, process.cwd())).toString('base64')
}

/** A picture of public/ that came after the build; undefined unless the index has it. Nobody names a file but by its row. */
export async function readAssetFile(
  src: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | undefined> {
  const known = state.findPicture(await openIndex(), src)
  if (!known || !src.startsWith('/assets/')) return undefined
  const folder = join(/* turbopackIgnore: true */ await realpath(process.cwd()), 'public')
  const path = join(/* turbopackIgnore: true */ folder, src)
  // Never through a link that came since the sync looked.
  const isPlain = (await realpath(path).catch(() => undefined)) === path
  const bytes = isPlain ? await readFile(path).catch(() => undefined) : undefined
  return bytes && { bytes: new Uint8Array(bytes), type: known.type }
}
