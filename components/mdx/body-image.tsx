import { Picture } from '@/components/layout/picture'
import type { PictureFacts } from '@/lib/render/lookups'
import { ownPicture } from '@/lib/render/safe-urls'

/**
 * A picture in a body, never loaded before it is near. With its size known it takes its place at once and, on a page, its
 * smaller copies; `plain` (feeds, the lite edition) gives the file itself. A picture nobody knows is still shown.
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
  size?: PictureFacts
  plain?: boolean
  sizes?: string
}) {
  const own = ownPicture(src)
  if (!own) return null
  if (size && !plain) return <Picture {...{ src: own, alt, sizes }} width={size.width} height={size.height} />
  const dimensions = size && { width: size.width, height: size.height }
  return <img src={own} alt={alt} {...dimensions} loading="lazy" decoding="async" />
}
