import type { Problem } from '@/lib/content/problem'
import { missingPictureMessage } from '@/lib/render/check-references'
import { closestMatch } from '@/lib/text'
import { site } from '@/site.config'
import { type PictureOnDisk, referencePlace, type SiteSnapshot } from './site-snapshot'

/** A telephone on a train loads a megabyte in five to ten seconds. Pixels: a picture of more opens slowly everywhere. */
const maxBytes = 2 * 1024 * 1024
const maxPixels = 8000

/** Pictures that are named and not there, there and never named, or not fit to be shown. */
export function findPictureProblems(snapshot: SiteSnapshot): Problem[] {
  return [...findMissing(snapshot), ...snapshot.pictures.flatMap(findSizeProblems), ...findUnused(snapshot)]
}

function findMissing({ posts, authors, pictures }: SiteSnapshot): Problem[] {
  const known = new Set(pictures.map(({ src }) => src))
  const hints = new Map<string, string>()
  const say = (file: string, src: string | undefined, place?: Place): Problem[] => {
    if (src === undefined || known.has(src)) return []
    const message = hints.get(src) ?? (src.startsWith('/') ? messageFor(src, known) : elsewhere)
    hints.set(src, message)
    return [{ file, ...place, severity: 'warning', rule: 'image', message }]
  }
  return [
    ...posts.flatMap((post) => [
      ...say(post.path, post.image, post.keyPlaces.image),
      ...post.references.pictures.flatMap((src) => say(post.path, src, referencePlace(post, src))),
    ]),
    ...authors.flatMap(({ path, image }) => say(path, image)),
  ]
}

const elsewhere =
  'This picture lies on another site, so it is not shown: pages ask nobody else. Put it into public/assets/images.'

type Place = ReturnType<typeof referencePlace>

function messageFor(src: string, known: Set<string>): string {
  const near = closestMatch(src, known)
  return near ? `${src} is not in public/. Did you mean ${near}?` : missingPictureMessage(src)
}

function findSizeProblems({ src, bytes, width, height }: PictureOnDisk): Problem[] {
  const at = { file: `public${src}`, severity: 'warning' } as const
  // Refused: see lib/public-files.
  if (width === 0) return []
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`
  if (bytes > maxBytes)
    return [
      { ...at, rule: 'picture-size', message: `The picture has ${size}, 2 MB are enough. Save it smaller.` },
    ]
  if (Math.max(width, height) <= maxPixels || src.endsWith('.svg')) return []
  const message = `The picture is ${width} × ${height} pixels, ${maxPixels} are enough. Save it smaller.`
  return [{ ...at, rule: 'picture-size', message }]
}

function findUnused({ posts, authors, pictures }: SiteSnapshot): Problem[] {
  const named = new Set<string>([site.logo.src, ...authors.flatMap(({ image }) => image ?? [])])
  for (const { image, references: refers, mentionedPictures: mentions } of posts) {
    if (image) named.add(image)
    for (const src of refers.pictures) named.add(src)
    for (const mention of mentions) named.add(`/${mention}`)
  }
  return pictures
    .filter(({ src, width }) => width > 0 && src.startsWith('/assets/') && !named.has(src))
    .map(({ src }): Problem => {
      const message = 'No post and no author shows this picture. Delete it, or use it.'
      return { file: `public${src}`, severity: 'note', rule: 'unused', message }
    })
}
