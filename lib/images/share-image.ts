import { realpath } from 'node:fs/promises'
import path from 'node:path'
import type { Post } from '@/lib/content/post'
import { isSitePath } from '@/lib/content/web-address'
import { formatDay } from '@/lib/dates'
import { PoolBusyError } from '@/lib/images/job-pool'
import type { ShareRatio } from '@/lib/urls'
import { site } from '@/site.config'
import { cropToRatio } from './rasterize'
import { renderShareCard } from './share-card'

type SharedPost = Pick<Post, 'title' | 'socialTitle' | 'description' | 'image' | 'categories' | 'published'>

/**
 * What social networks and search engines get for a post, as a PNG of the ratio's size: its own picture from public/,
 * or a drawn card where there is none, where it is broken, and where it is on another site (nothing is fetched).
 * `root` is the directory of the repository.
 */
export async function renderShareImage(
  post: SharedPost,
  ratio: ShareRatio,
  root: string,
): Promise<Uint8Array> {
  const { image } = post
  if (image) {
    try {
      return await cropToRatio(await publicFile(image.src, root), ratio, image.focalPoint)
    } catch (error) {
      // Nothing is wrong with the picture: the card must not take its place for days.
      if (error instanceof PoolBusyError) throw error
      // A story goes out with a card rather than without a picture; `check` is what tells the author.
    }
  }
  return renderShareCard(
    {
      title: post.socialTitle ?? post.title,
      standfirst: post.description,
      section: post.categories[0]?.name ?? '',
      publication: site.name,
      date: formatDay(post.published),
    },
    ratio,
  )
}

/** The path of a file of public/. One that leaves it, also through a link, throws. */
async function publicFile(src: string, root: string): Promise<string> {
  if (!isSitePath(src)) throw new Error('Not a path of public/.')
  const folder = await realpath(path.join(root, 'public'))
  const file = await realpath(path.join(folder, src))
  if (!file.startsWith(folder + path.sep)) throw new Error('The picture is outside of public/.')
  return file
}
