import type { Author } from '@/lib/content/author'
import { messages } from '@/lib/i18n/messages'
import { plainText } from '@/lib/text'
import { site } from '@/site.config'

/** What a list says of itself, in its head and in its feeds. */

export function describeCategory({ slug, name }: { slug: string; name: string }): string {
  const section = site.sections.find((known) => known.slug === slug)
  return section?.description ?? `${messages.section}: ${name}. ${site.description}`
}

export const describeTag = (name: string) => `${messages.tagged}: ${name}. ${site.description}`

export const describeAuthor = ({ name, bio }: Pick<Author, 'name' | 'bio'>) =>
  shorten(plainText(bio)) || messages.storiesBy(name)

/** As many whole sentences as fit into a search result, or else words. */
function shorten(text: string): string {
  if (text.length <= 200) return text
  const start = text.slice(0, 200)
  return /^.*[.!?](?= )/.exec(start)?.[0] ?? `${start.replace(/\s+\S*$/, '')}…`
}
