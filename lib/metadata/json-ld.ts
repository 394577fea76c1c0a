import type { BreadcrumbList, Graph, Thing, WebPage } from 'schema-dts'
import type { Author } from '@/lib/content/author'
import type { Summary } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { absolute, articlePath, categoryPath, homePath, searchPath } from '@/lib/urls'
import { site } from '@/site.config'
import { newsArticle } from './news-article'
import { publisher, publisherId } from './publisher'

/** The article, its publisher and the way to it. A standing page is a WebPage. */
export function articleGraph({ story, authors }: { story: Summary; authors: Author[] }): Graph {
  if (story.layout === 'page') return graph(standingPage(story), publisher())
  const section = story.categories[0]
  const steps = [
    { name: words.home, path: homePath() },
    ...(section ? [{ name: section.name, path: categoryPath(section.slug) }] : []),
    { name: story.title },
  ]
  return graph(
    newsArticle(story, authors),
    publisher(),
    breadcrumbs(steps, absolute(articlePath(story.slug))),
  )
}

/** The front page: the site with its search, and who publishes it. */
export function homeGraph(): Graph {
  const url = absolute(homePath())
  const search = {
    '@type': 'SearchAction' as const,
    target: {
      '@type': 'EntryPoint' as const,
      urlTemplate: `${absolute(searchPath())}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  }
  const website: Thing = {
    '@type': 'WebSite',
    '@id': `${url}/#website`,
    url,
    name: site.name,
    description: site.description,
    inLanguage: site.language,
    publisher: { '@id': publisherId() },
    potentialAction: search,
  }
  return graph(website, publisher())
}

/** JSON for a script element: nothing in it can end the script, or the line in an old parser. */
export function serializeJsonLd(value: Graph): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}

export const graph = (...things: Thing[]): Graph => ({ '@context': 'https://schema.org', '@graph': things })

function standingPage(story: Summary): WebPage {
  const url = absolute(articlePath(story.slug))
  return {
    '@type': 'WebPage',
    '@id': url,
    url,
    name: story.title,
    description: story.description,
    inLanguage: story.lang ?? site.language,
    dateModified: story.updated ?? story.published,
    publisher: { '@id': publisherId() },
  }
}

/** The way to a page as it is shown; the last step is the page itself and needs no path. */
export function breadcrumbs(steps: { name: string; path?: string }[], url: string): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    '@id': `${url}#breadcrumb`,
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: path && absolute(path),
    })),
  }
}
