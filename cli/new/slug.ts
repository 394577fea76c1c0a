import { slugify } from '@/lib/text'
import { articlePath, reservedSlugs } from '@/lib/urls'
import { findPostBySlug } from './newsroom'

const maxLength = 80

/** The address of a new post: as asked for, or made from the headline. Throws where it cannot be had. */
export async function chooseSlug(root: string, headline: string, wanted?: string): Promise<string> {
  const slug = wanted ?? shortened(slugify(headline))
  const how = 'Choose another with --slug.'
  if (slug === '') throw new Error(`No slug can be made from "${headline}". Give one with --slug.`)
  if (slug !== slugify(slug) || slug.length > 120)
    throw new Error(
      `"${slug}" is not a valid slug. Use lower-case letters, digits and hyphens, as in ${slugify(slug) || 'a-name'}.`,
    )
  if (reservedSlugs.has(slug)) throw new Error(`The site itself uses ${articlePath(slug)}. ${how}`)
  const owner = await findPostBySlug(root, slug)
  if (owner) throw new Error(`${owner} already uses ${articlePath(slug)}. ${how}`)
  return slug
}

/** Cut between words: addresses are read aloud and typed. */
function shortened(slug: string): string {
  if (slug.length <= maxLength) return slug
  return slug
    .slice(0, maxLength + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, maxLength)
}
