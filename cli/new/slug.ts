import { slugify } from '@/lib/text'
import { articlePath, reservedSlugs } from '@/lib/urls'
import { ownerOf } from './newsroom'

const longest = 80

/** The address of a new post: as asked for, or made from the headline. Throws where it cannot be had. */
export async function addressFor(root: string, headline: string, wanted?: string): Promise<string> {
  const slug = wanted ?? shortened(slugify(headline))
  const how = 'Choose another with --slug.'
  if (slug === '') throw new Error(`No address can be made of "${headline}". Give one with --slug.`)
  if (slug !== slugify(slug) || slug.length > 120)
    throw new Error(
      `"${slug}" cannot be an address: small letters, digits and hyphens, as in ${slugify(slug) || 'a-name'}.`,
    )
  if (reservedSlugs.has(slug)) throw new Error(`The site itself uses ${articlePath(slug)}. ${how}`)
  const owner = await ownerOf(root, slug)
  if (owner) throw new Error(`${owner} has the address ${articlePath(slug)}. ${how}`)
  return slug
}

/** Cut between words: addresses are read aloud and typed. */
function shortened(slug: string): string {
  if (slug.length <= longest) return slug
  return slug
    .slice(0, longest + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, longest)
}
