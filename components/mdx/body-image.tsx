import { Picture } from '@/components/layout/picture'
import type { PictureSize } from '@/lib/render/lookups'
import { sitePicturePath } from '@/lib/render/safe-urls'

/**
 * A picture in the body of a post, loaded lazily. If its size is known, it gets width and height and, on a page, resized
 * copies; with `plain` (feeds, the lite edition) it links the original file. A picture of unknown size is shown as well.
 */
export function BodyImage({
  src,
  alt,
  size,
  plain,
  sizes = '(min-width: 40rem) 34rem, 100vw',
}: {
  src: string
  alt: string
  size?: PictureSize
  plain?: boolean
  sizes?: string
}) {
  const own = sitePicturePath(src)
  if (!own) return null
  if (size && !plain) return <Picture {...{ src: own, alt, sizes }} width={size.width} height={size.height} />
  const dimensions = size && { width: size.width, height: size.height }
  return <img src={own} alt={alt} {...dimensions} loading="lazy" decoding="async" />
}
