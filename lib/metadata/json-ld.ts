import type { BreadcrumbList, Graph, Thing, WebPage } from 'schema-dts'
import type { Author } from '@/lib/content/author'
import type { Summary } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { absoluteUrl, articlePath, categoryPath, homePath, searchPath } from '@/lib/urls'
import { site } from '@/site.config'
import { newsArticle } from './news-article'
import { publisherId, publisherJsonLd } from './publisher'

/** The article, its publisher and the way to it. A standing page is a WebPage. */
export function postGraph({ post, authors }: { post: Summary; authors: Author[] }): Graph {
  if (post.layout === 'page') return graph(standingPage(post), publisherJsonLd())
  const section = post.categories[0]
  const steps = [
    { name: messages.home, path: homePath() },
    ...(section ? [{ name: section.name, path: categoryPath(section.slug) }] : []),
    { name: post.title },
  ]
  return graph(
    newsArticle(post, authors),
    publisherJsonLd(),
    breadcrumbs(steps, absoluteUrl(articlePath(post.slug))),
  )
}

/** The front page: the site with its search, and who publishes it. */
export function homeGraph(): Graph {
  const url = absoluteUrl(homePath())
  const search = {
    '@type': 'SearchAction' as const,
    target: {
      '@type': 'EntryPoint' as const,
      urlTemplate: `${absoluteUrl(searchPath())}?q={search_term_string}`,
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
  return graph(website, publisherJsonLd())
}

/** JSON for a script element: nothing in it can end the script, or the line in an old parser. */
export function serializeJsonLd(value: Graph): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}

export const graph = (...things: Thing[]): Graph => ({ '@context': 'https://schema.org', '@graph': things })

function standingPage(post: Summary): WebPage {
  const url = absoluteUrl(articlePath(post.slug))
  return {
    '@type': 'WebPage',
    '@id': url,
    url,
    name: post.title,
    description: post.description,
    inLanguage: post.lang ?? site.language,
    dateModified: post.updated ?? post.published,
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
      item: path && absoluteUrl(path),
    })),
  }
}
