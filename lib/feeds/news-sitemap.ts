import type { Summary } from '@/lib/content/summary'
import { absoluteUrl, articlePath } from '@/lib/urls'
import { site } from '@/site.config'
import { isCanonicalHere } from './sitemap'
import { element, elementWith, xmlDeclaration } from './xml'

/** What Google News asks for: the last two days, in milliseconds, and at most a thousand stories. */
export const newsWindow = 48 * 3_600_000
export const maxNews = 1000

/** The news sitemap at an instant (epoch milliseconds): nothing older than 48 hours, nothing that is not out yet. */
export function writeNewsSitemap(posts: Summary[], now: number): string {
  const recent = posts
    .filter((post) => isNews(post, now))
    .sort(newestFirst)
    .slice(0, maxNews)
  const namespaces = {
    xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
    'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  }
  return `${xmlDeclaration}${elementWith('urlset', recent.map(story), namespaces)}\n`
}

function isNews(post: Summary, now: number): boolean {
  const age = now - Date.parse(post.published)
  return post.layout === 'post' && !post.draft && age >= 0 && age <= newsWindow && isCanonicalHere(post)
}

const newestFirst = (a: Summary, b: Summary) => Date.parse(b.published) - Date.parse(a.published)

function story(post: Summary): string {
  const publication = [element('news:name', site.name), element('news:language', languageOf(post.lang))]
  return elementWith('url', [
    element('loc', absoluteUrl(articlePath(post.slug))),
    elementWith('news:news', [
      elementWith('news:publication', publication),
      element('news:publication_date', post.published),
      element('news:title', post.title),
    ]),
  ])
}

/** The main part of a language tag, all that Google takes: `en` of `en-GB`. */
const languageOf = (tag: string = site.language) => tag.split('-')[0]?.toLowerCase() ?? tag
