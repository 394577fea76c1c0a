import type { Graph, Thing } from 'schema-dts'
import type { Author } from '@/lib/content/author'
import type { Summary } from '@/lib/content/summary'
import { formatMonth } from '@/lib/dates'
import { absoluteUrl, archivePath, articlePath, authorPath, categoryPath, tagPath } from '@/lib/urls'
import { site } from '@/site.config'
import { breadcrumbs, graph } from './json-ld'
import { profileJsonLd } from './people'
import { publisherId, publisherJsonLd } from './publisher'

type Listing = Pick<Summary, 'slug' | 'title'>

type Listed = {
  title: string
  /** Only if the page shows it. */
  description?: string
  path: string
  /** The breadcrumb of the page, if it has one. */
  steps?: { name: string; path?: string }[]
  posts?: Listing[]
}

/** A page that lists stories, or months of them. */
export function listGraph({ title, description, path, steps, posts = [] }: Listed): Graph {
  const url = absoluteUrl(path)
  const page: Thing = {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: site.language,
    publisher: { '@id': publisherId() },
    mainEntity: posts.length > 0 ? { '@type': 'ItemList', itemListElement: posts.map(listItem) } : undefined,
  }
  return graph(page, publisherJsonLd(), ...(steps ? [breadcrumbs(steps, url)] : []))
}

type Page = { slug: string; page: number; posts: Listing[] }

export function categoryGraph({ slug, name, page, posts }: Page & { name: string }): Graph {
  const description = site.sections.find((known) => known.slug === slug)?.description
  return listGraph({ title: name, description, path: categoryPath(slug, page), posts })
}

type Month = { year: number; month: number; page: number; posts: Listing[] }

export function monthGraph({ year, month, page, posts }: Month, steps: Listed['steps']): Graph {
  return listGraph({ title: formatMonth(year, month), path: archivePath(year, month, page), steps, posts })
}

export function tagGraph({ slug, name, page, posts }: Page & { name: string }): Graph {
  return listGraph({ title: name, path: tagPath(slug, page), posts })
}

/** An author's page. The house byline is an organisation, everybody else a person. */
export function authorGraph({ author, page, posts }: Omit<Page, 'slug'> & { author: Author }): Graph {
  const url = absoluteUrl(authorPath(author.id, page))
  const profilePage: Thing = {
    '@type': 'ProfilePage',
    '@id': url,
    url,
    name: author.name,
    inLanguage: site.language,
    mainEntity: profileJsonLd(author),
    hasPart: posts.map(({ slug, title }) => ({
      '@type': 'NewsArticle' as const,
      '@id': `${absoluteUrl(articlePath(slug))}#article`,
      headline: title,
      url: absoluteUrl(articlePath(slug)),
    })),
  }
  return graph(profilePage, publisherJsonLd())
}

const listItem = ({ slug, title }: Listing, index: number) => ({
  '@type': 'ListItem' as const,
  position: index + 1,
  name: title,
  url: absoluteUrl(articlePath(slug)),
})
