import { plainText } from '@/lib/text'
import { firstText, isRecord, textOf } from '../values'

const keys = (
  'image cover cover_image cover-img featured_image feature_image featured-img featured-image teaser thumbnail ' +
  'thumbnail-img thumb hero hero_image banner background img picture og_image social_image share-img'
).split(' ')
const sources = [
  'src',
  'path',
  'url',
  'feature',
  'image',
  'overlay_image',
  'teaser',
  'og_image',
  'thumb',
  'thumbnail',
]

export type FoundPicture = { src: string; alt?: string; caption?: string; credit?: string; used: string[] }

/** The picture of a story under the names that themes have for it. `used` are the keys that need not be kept. */
export function pictureOf(data: Record<string, unknown>): FoundPicture | undefined {
  for (const key of [...keys, 'header']) {
    const value = data[key]
    const inside = isRecord(value) ? value : {}
    const src = isRecord(value) ? firstText(inside, sources) : key === 'header' ? undefined : textOf(value)
    if (!src || !/[./]/.test(src)) continue
    const alt =
      firstText(inside, ['alt', 'image_alt', 'image_description']) ??
      firstText(data, ['image_alt', 'image_accessibility'])
    const caption = firstText(inside, ['caption']) ?? firstText(data, ['image_caption', 'image_figcaption'])
    const credit = firstText(inside, ['credit']) ?? firstText(data, ['image_credit', 'photo_credit'])
    const plain = (text: string | undefined) => text && plainText(text)
    const isPlain = plain(caption) === caption && plain(credit) === credit
    // `header` says more than the picture, and a caption with a link in it loses the link.
    const used = ['image_alt', 'image_accessibility', ...(key === 'header' ? [] : [key])]
    if (isPlain) used.push('image_caption', 'image_figcaption', 'image_credit', 'photo_credit')
    return {
      src,
      alt,
      caption: plain(caption),
      credit: plain(credit),
      used: isPlain || !isRecord(value) ? used : used.slice(0, 2),
    }
  }
  return undefined
}
