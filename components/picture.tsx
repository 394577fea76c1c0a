import { getImageProps } from 'next/image'

/**
 * A picture whose size is known, so that nothing moves when it arrives. Rasters go through Next's optimiser
 * (AVIF, WebP, several widths); an SVG is served as it is. No script: `getImageProps` gives plain attributes.
 */
export function Picture({
  src,
  alt,
  width,
  height,
  sizes,
  eager = false,
  className,
}: {
  src: string
  alt: string
  width: number
  height: number
  sizes: string
  eager?: boolean
  className?: string
}) {
  const loading = eager
    ? ({ loading: 'eager', fetchPriority: 'high' } as const)
    : ({ loading: 'lazy' } as const)
  if (!src.startsWith('/') || /\.(svg|gif)$/i.test(src)) {
    return <img {...{ src, width, height, className, ...loading }} alt={alt} decoding="async" />
  }
  const { props } = getImageProps({ src, alt, width, height, sizes, className, ...loading })
  const { style: _inline, ...attributes } = props
  return <img {...attributes} alt={alt} />
}
