import type { Summary } from '@/lib/content/summary'
import { absolute, articlePath } from '@/lib/urls'
import { site } from '@/site.config'
import { isCanonicalHere } from './sitemap'
import { declaration, element, parent } from './xml'

/** What Google News asks for: the last two days, in milliseconds, and at most a thousand stories. */
export const newsWindow = 48 * 3_600_000
export const mostNews = 1000

/** The news sitemap at an instant (epoch milliseconds): nothing older than 48 hours, nothing that is not out yet. */
export function newsSitemap(posts: Summary[], now: number): string {
  const recent = posts
    .filter((post) => isNews(post, now))
    .sort(newestFirst)
    .slice(0, mostNews)
  const namespaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  }
  return `${declaration}${parent('urlset', recent.map(story), namespaces)}\n`
}

function isNews(post: Summary, now: number): boolean {
  const age = now - Date.parse(post.published)
  return post.layout === 'post' && !post.draft && age >= 0 && age <= newsWindow && isCanonicalHere(post)
}

const newestFirst = (a: Summary, b: Summary) => Date.parse(b.published) - Date.parse(a.published)

function story(post: Summary): string {
  const publication = [element('news:name', site.name), element('news:language', languageOf(post.lang))]
  return parent('url', [
    element('loc', absolute(articlePath(post.slug))),
    parent('news:news', [
      parent('news:publication', publication),
      element('news:publication_date', post.published),
      element('news:title', post.title),
    ]),
  ])
}

/** The main part of a language tag, all that Google takes: `en` of `en-GB`. */
const languageOf = (tag: string = site.language) => tag.split('-')[0]?.toLowerCase() ?? tag
