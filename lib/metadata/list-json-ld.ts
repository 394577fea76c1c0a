import type { Graph, Thing } from 'schema-dts'
import type { Author } from '@/lib/content/author'
import type { Summary } from '@/lib/content/summary'
import { formatMonth } from '@/lib/dates'
import { absolute, archivePath, articlePath, authorPath, categoryPath, tagPath } from '@/lib/urls'
import { site } from '@/site.config'
import { breadcrumbs, graph } from './json-ld'
import { profile } from './people'
import { publisher, publisherId } from './publisher'

type Listing = Pick<Summary, 'slug' | 'title'>

type Listed = {
  title: string
  /** Only if the page shows it. */
  description?: string
  path: string
  /** The breadcrumb of the page, if it has one. */
  steps?: { name: string; path?: string }[]
  stories?: Listing[]
}

/** A page that lists stories, or months of them. */
export function listGraph({ title, description, path, steps, stories = [] }: Listed): Graph {
  const url = absolute(path)
  const page: Thing = {
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: site.language,
    publisher: { '@id': publisherId() },
    mainEntity:
      stories.length > 0 ? { '@type': 'ItemList', itemListElement: stories.map(listItem) } : undefined,
  }
  return graph(page, publisher(), ...(steps ? [breadcrumbs(steps, url)] : []))
}

type Page = { slug: string; page: number; stories: Listing[] }

export function categoryGraph({ slug, name, page, stories }: Page & { name: string }): Graph {
  const description = site.sections.find((known) => known.slug === slug)?.description
  return listGraph({ title: name, description, path: categoryPath(slug, page), stories })
}

type Month = { year: number; month: number; page: number; stories: Listing[] }

export function monthGraph({ year, month, page, stories }: Month, steps: Listed['steps']): Graph {
  return listGraph({ title: formatMonth(year, month), path: archivePath(year, month, page), steps, stories })
}

export function tagGraph({ slug, name, page, stories }: Page & { name: string }): Graph {
  return listGraph({ title: name, path: tagPath(slug, page), stories })
}

/** An author's page. The house byline is an organisation, everybody else a person. */
export function authorGraph({ author, page, stories }: Omit<Page, 'slug'> & { author: Author }): Graph {
  const url = absolute(authorPath(author.id, page))
  const profilePage: Thing = {
    '@type': 'ProfilePage',
    '@id': url,
    url,
    name: author.name,
    inLanguage: site.language,
    mainEntity: profile(author),
    hasPart: stories.map(({ slug, title }) => ({
      '@type': 'NewsArticle' as const,
      '@id': `${absolute(articlePath(slug))}#article`,
      headline: title,
      url: absolute(articlePath(slug)),
    })),
  }
  return graph(profilePage, publisher())
}

const listItem = ({ slug, title }: Listing, index: number) => ({
  '@type': 'ListItem' as const,
  position: index + 1,
  name: title,
  url: absolute(articlePath(slug)),
})
