import { join } from 'node:path'
import { getImageCopy, type ImageCopy } from '../images/image-copies'
import type { CopyType } from '../images/image-jobs'
import { PoolBusyError } from '../images/job-pool'
import { resizedImageUrls } from '../next/image-urls'
import * as state from '../store/queries/status'
import { openIndex } from './open-index'

export type ResizedPicture =
  | { outcome: 'made'; copy: ImageCopy; isKept: boolean }
  /** It is shown as it is: an animation, or one that could not be made smaller. */
  | { outcome: 'original'; src: string }
  /** Not an address that pages write. */
  | { outcome: 'refused' }
  | { outcome: 'missing' }
  /** Too many are waiting; `retryAfter` in seconds. */
  | { outcome: 'busy'; retryAfter: number }

const rasters: Record<string, CopyType> = {
  'image/png': 'image/png',
  'image/jpeg': 'image/jpeg',
  // For the few who take neither WebP nor AVIF.
  'image/webp': 'image/jpeg',
}

/**
 * The copy of a picture that a request for `/_next/image` asks for, with the media types that it accepts. Only what the index
 * knows, in the spelling and the widths that pages write: one picture has one address for each width.
 */
export async function getResizedPicture(requestUrl: string, accept: string): Promise<ResizedPicture> {
  const { search, searchParams } = new URL(requestUrl, 'http://localhost')
  const src = searchParams.get('url') ?? ''
  if (!src.startsWith('/assets/')) return { outcome: 'refused' }
  const width = Number(searchParams.get('w'))
  if (!resizedImageUrls(src).includes(`/_next/image${search}`)) return { outcome: 'refused' }
  const known = state.findPicture(await openIndex(), src)
  // A file that is not there, or another way to write one that is.
  if (!known) return { outcome: /^(?:\/(?!\.)[\w.-]+)+$/.test(src) ? 'missing' : 'refused' }
  const own = rasters[known.type]
  if (!own) return { outcome: 'refused' }
  const type = typeFor(accept) ?? own
  const file = join(/* turbopackIgnore: true */ process.cwd(), 'public', src)
  try {
    const { copy, isCached: isKept } = await getImageCopy(file, { width, type, quality: 75 })
    return copy ? { outcome: 'made', copy, isKept } : { outcome: 'original', src }
  } catch (error) {
    if (error instanceof PoolBusyError) return { outcome: 'busy', retryAfter: error.retryAfter }
    console.error(`public${src} at ${width} pixels:`, error instanceof Error ? error.message : error)
    return { outcome: 'original', src }
  }
}

/** As deploy/nginx.conf sorts its copies. */
const typeFor = (accept: string): CopyType | undefined =>
  (['image/avif', 'image/webp'] as const).find((type) => accept.includes(type))
