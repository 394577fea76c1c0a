import { getImageProps } from 'next/image'
import { preload } from 'react-dom'
import { assetUrl } from '@/lib/urls'

type Props = {
  src: string
  alt: string
  width: number
  height: number
  sizes: string
  eager?: boolean
  className?: string
}

/**
 * A picture with a known size, so that the layout does not shift when it loads. Raster images are served by the image
 * optimiser (AVIF, WebP, several widths), SVGs and GIFs as they are. `getImageProps` gives plain attributes, without a script.
 */
export function Picture(picture: Props) {
  return <img {...imageAttributes(picture)} alt={picture.alt} />
}

/**
 * Preloads an eager picture, so that the browser requests it before the scripts. React does that by itself, except inside
 * `StaticMarkup`, which it does not see.
 */
export function preloadPicture(picture: Props): void {
  const { src, srcSet, sizes } = imageAttributes(picture)
  preload(src, { as: 'image', fetchPriority: 'high', imageSrcSet: srcSet, imageSizes: sizes })
}

function imageAttributes({ src, alt, width, height, sizes, eager = false, className }: Props) {
  const loading = eager
    ? ({ loading: 'eager', fetchPriority: 'high' } as const)
    : ({ loading: 'lazy' } as const)
  if (!src.startsWith('/') || /\.(svg|gif)$/i.test(src)) {
    return {
      src: assetUrl(src),
      srcSet: undefined,
      sizes: undefined,
      width,
      height,
      className,
      ...loading,
      decoding: 'async' as const,
    }
  }
  const { props } = getImageProps({ src, alt, width, height, sizes, className, ...loading })
  const { style: _inline, ...attributes } = props
  return attributes
}
