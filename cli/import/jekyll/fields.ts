import { plainText } from '@/lib/text'
import { readLooseDate } from '../loose-date'
import { isRecord, listOf, textOf } from '../values'
import { pictureOf } from './picture'
import type { JekyllPost } from './posts'

/** Keys that are read, so that nothing of them has to be kept. */
const used = new Set(
  (
    'title description author authors category categories tag tags date updated last_modified_at lastmod modified ' +
    'published draft slug permalink redirect_from alias aliases toc lang canonical_url canonical'
  ).split(' '),
)
/** Keys that mean the same here, if the schema agrees. */
const same =
  'seoTitle socialTitle kicker dateline type series related featured keyPoints sources corrections toc lang canonical'.split(
    ' ',
  )

type Say = (key: string, message: string) => void

/** The front matter of a Jekyll post in our words, without its authors, and what is left of it. */
export function fieldsOf(post: JekyllPost, timeZone: string, picture: (src: string) => string, say: Say) {
  const { all, data, categories, tags } = post
  const found = pictureOf(all)
  const updated = ['last_modified_at', 'updated', 'lastmod', 'modified']
    .map((key) => textOf(all[key]))
    .find(Boolean)
  const read = updated === undefined ? undefined : readLooseDate(updated, timeZone)
  if (updated !== undefined && !read)
    say('updated', `"${updated}" is not a date. It is kept under "imported".`)
  const excerpt = textOf(all.excerpt) ?? textOf(all.summary) ?? textOf(all.subtitle)
  const description = textOf(all.description) ?? excerpt
  const fields: Record<string, unknown> = {
    ...Object.fromEntries(same.map((key) => [key, all[key]])),
    ...{ title: all.title, description, categories, tags, updated: read?.written },
    draft: post.isDraft || isOff(all.published) || isOn(all.draft),
    canonical: all.canonical_url ?? all.canonical,
    lang: textOf(all.lang ?? all.locale)?.replace('_', '-'),
    image: found && pictureField(found, picture),
  }
  const said = new Set([description, description && plainText(description)])
  const isSaid = (key: string) =>
    /^(?:excerpt|summary|subtitle)$/.test(key) && said.has(plainText(textOf(data[key]) ?? ''))
  const isPlainLayout = (key: string) => key === 'layout' && /^(?:post|page|default)$/.test(String(data[key]))
  const kept = Object.fromEntries(
    Object.entries(data).filter(([key, value]) => {
      const isUsed = used.has(key) || same.includes(key) || found?.used.includes(key)
      return !isUsed && !isSaid(key) && !isPlainLayout(key) && value !== null && value !== ''
    }),
  )
  if (updated !== undefined && !read) kept.updated = updated
  if (data.redirect_to) say('redirect_to', 'This post led to another address. It is a post of its own now.')
  return { fields, kept }
}

function pictureField(
  { src, alt, caption, credit }: NonNullable<ReturnType<typeof pictureOf>>,
  picture: (src: string) => string,
) {
  const rest = Object.fromEntries(Object.entries({ alt, caption, credit }).filter(([, text]) => text))
  return Object.keys(rest).length === 0 ? picture(src) : { src: picture(src), ...rest }
}

const isOn = (value: unknown) => /^(?:true|yes|on)$/i.test(String(value))
const isOff = (value: unknown) => /^(?:false|no|off)$/i.test(String(value))

/** Earlier addresses a post names by the plugins that know them. */
export function formerUrls(data: Record<string, unknown>): string[] {
  return ['redirect_from', 'alias', 'aliases'].flatMap((key) =>
    listOf(data[key]).flatMap((one) => (isRecord(one) ? [] : (textOf(one) ?? []))),
  )
}
