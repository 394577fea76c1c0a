import type { Author } from '@/lib/content/author'
import { plainText } from '@/lib/text'
import { words } from '@/lib/words'
import { site } from '@/site.config'

/** What a list says of itself, in its head and in its feeds. */

export function describeCategory({ slug, name }: { slug: string; name: string }): string {
  const section = site.sections.find((known) => known.slug === slug)
  return section?.description ?? `${words.section}: ${name}. ${site.description}`
}

export const describeTag = (name: string) => `${words.tagged}: ${name}. ${site.description}`

export const describeAuthor = ({ name, bio }: Pick<Author, 'name' | 'bio'>) =>
  plainText(bio).slice(0, 200) || words.storiesBy(name)
