import { getImageProps } from 'next/image'

/**
 * Every address under which the site's pages show a smaller copy of a picture: one for each width of next.config.js.
 *
 * Next's own optimiser takes any spelling of an address (`?v1`, `#a`, `%2F.%2F`) as another picture and makes it anew, inside
 * the server (https://github.com/vercel/next.js/issues/18412). The site answers `/_next/image` itself, for these addresses alone.
 */
export function resizedImageUrls(src: string): string[] {
  const { srcSet = '' } = getImageProps({ src, alt: '', width: 1, height: 1, sizes: '1px' }).props
  return srcSet.split(', ').map((candidate) => candidate.replace(/ \d+w$/, ''))
}
