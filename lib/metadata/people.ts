import type { Organization, Person } from 'schema-dts'
import type { Author } from '@/lib/content/author'
import { plainText } from '@/lib/text'
import { absoluteUrl, authorPath } from '@/lib/urls'
import { site } from '@/site.config'
import { publisherId } from './publisher'

/** An author under an article: the name as it stands there, and the page that says more. */
export function bylineJsonLd({ id, name, role }: Author): Person | Organization {
  const known = { name, url: absoluteUrl(authorPath(id)), '@id': `${absoluteUrl(authorPath(id))}#author` }
  return id === site.houseByline
    ? { '@type': 'Organization', ...known }
    : { '@type': 'Person', ...known, jobTitle: role }
}

/** An author on the page of the author. */
export function profileJsonLd(author: Author): Person | Organization {
  const url = absoluteUrl(authorPath(author.id))
  const elsewhere = author.links.map((link) => link.url).filter((link) => /^https?:/.test(link))
  const known = {
    '@id': `${url}#author`,
    name: author.name,
    url,
    description: plainText(author.bio) || undefined,
    image: author.image && absoluteUrl(author.image),
    sameAs: elsewhere.length > 0 ? elsewhere : undefined,
  }
  return author.id === site.houseByline
    ? { '@type': 'Organization', ...known, parentOrganization: { '@id': publisherId() } }
    : { '@type': 'Person', ...known, jobTitle: author.role, worksFor: { '@id': publisherId() } }
}
