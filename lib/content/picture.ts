import { z } from 'zod'
import { text } from '@/lib/content/fields'
import { isSitePath, isWebAddress } from '@/lib/content/web-address'

/** Where a picture is: `assets/images/x.svg` means public/assets/images/x.svg, with or without a leading slash. */
export const pictureSource = text(2000).transform((written, context) => {
  const isRemote = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(written)
  const path = isRemote ? written : `/${written.replace(/^\//, '')}`
  const message = isRemote ? remoteError(path) : localError(path)
  if (!message) return path
  context.issues.push({ code: 'custom', message, input: written })
  return z.NEVER
})

function remoteError(url: string): string | undefined {
  if (isWebAddress(url) && /^https:/i.test(url)) return
  return 'Write a path like /assets/images/chip.jpg, or an address that begins with https://.'
}

function localError(path: string): string | undefined {
  if (path.startsWith('/public/')) return 'Leave out "public/": the path begins with what is inside it.'
  // Spaces are common in the names of pictures, and the router decodes neither them nor %20 for us.
  if (/[ %?#]/.test(path)) return 'A path of a picture has no spaces and no % ? #. Rename the file.'
  if (!isSitePath(path)) return 'This is not a path of this site. Write it like /assets/images/chip.jpg.'
}

const share = z.union([z.number(), z.string()]).transform((value, context) => {
  const percent = typeof value === 'string' && value.trim().endsWith('%')
  const number = percent ? Number(String(value).trim().slice(0, -1)) / 100 : Number(value)
  if (value !== '' && number >= 0 && number <= 1) return number
  context.issues.push({
    code: 'custom',
    message: 'A share of the picture goes from 0 to 1, or 0% to 100%.',
    input: value,
  })
  return z.NEVER
})

/** The point that stays visible when the picture is cropped: `30% 20%` or { x: 0.3, y: 0.2 }; the middle if not given. */
const focalPoint = z.preprocess(
  (value) => {
    if (value === undefined) return { x: 0.5, y: 0.5 }
    const [x, y, more] = typeof value === 'string' ? value.trim().split(/[\s,]+/) : []
    return typeof value === 'string' && more === undefined ? { x, y } : value
  },
  z.object(
    { x: share, y: share },
    { error: 'Write a point like "30% 20%", from the left and from the top.' },
  ),
)

/** `image: path`, or the mapping. `path` is what jekyll-seo-tag calls `src`. */
export const picture = z.preprocess(
  (value) => {
    if (typeof value === 'string') return { src: value }
    return isRecord(value) && 'path' in value && !('src' in value) ? { ...value, src: value.path } : value
  },
  z.object(
    {
      src: pictureSource,
      alt: text(1000)
        .optional()
        .transform((alt) => alt ?? ''),
      caption: text(1000).optional(),
      credit: text(300).optional(),
      focalPoint,
    },
    { error: 'Write a path like /assets/images/chip.jpg, or a mapping with src and alt.' },
  ),
)

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
