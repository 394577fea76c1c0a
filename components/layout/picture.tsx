import { getImageProps } from 'next/image'
import { preload } from 'react-dom'
import { fileAddress } from '@/lib/urls'

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
 * A picture whose size is known, so that nothing moves when it arrives. Rasters go through Next's optimiser
 * (AVIF, WebP, several widths); an SVG is served as it is. No script: `getImageProps` gives plain attributes.
 */
export function Picture(picture: Props) {
  return <img {...attributesOf(picture)} alt={picture.alt} />
}

/**
 * Has the browser ask for an eager picture before the page's scripts. React does that by itself, but not for what stands
 * in `Still`, which it does not see.
 */
export function preloadPicture(picture: Props): void {
  const { src, srcSet, sizes } = attributesOf(picture)
  preload(src, { as: 'image', fetchPriority: 'high', imageSrcSet: srcSet, imageSizes: sizes })
}

function attributesOf({ src, alt, width, height, sizes, eager = false, className }: Props) {
  const loading = eager
    ? ({ loading: 'eager', fetchPriority: 'high' } as const)
    : ({ loading: 'lazy' } as const)
  if (!src.startsWith('/') || /\.(svg|gif)$/i.test(src)) {
    return {
      src: fileAddress(src),
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
