import type { Summary } from '@/lib/content/summary'
import { absoluteUrl, articlePath, sitemapPath } from '@/lib/urls'
import { element, elementWith, xmlDeclaration } from './xml'

/** Search engines take 50,000. So many take 70 ms to write, in which the process answers nobody else. */
export const urlsPerPart = 5000

export type SitemapPage = { path: string; lastmod?: string; images?: string[] }

/** What a sitemap knows of a post. `changed` is ISO 8601; `picture` a path or an address. */
export type SitemapPost = Pick<Summary, 'slug' | 'canonical'> & { changed?: string; picture?: string }

/** Posts as pages of a sitemap. One whose canonical address is another is left out: it is not ours to list. */
export function toSitemapPages(posts: SitemapPost[]): SitemapPage[] {
  return posts.filter(isCanonicalHere).map(({ slug, changed, picture }) => ({
    path: articlePath(slug),
    lastmod: changed,
    images: picture ? [picture] : [],
  }))
}

/** Whether the article's own page is the one to index. */
export function isCanonicalHere({ slug, canonical }: Pick<Summary, 'slug' | 'canonical'>): boolean {
  return !canonical || absoluteUrl(canonical) === absoluteUrl(articlePath(slug))
}

/** The index of the parts, numbered from 0, each with its newest change. */
export function writeSitemapIndex(parts: { lastmod?: string }[]): string {
  const maps = parts.map(({ lastmod }, index) =>
    elementWith('sitemap', [
      element('loc', absoluteUrl(sitemapPath(index))),
      lastmod && element('lastmod', lastmod),
    ]),
  )
  return `${xmlDeclaration}${elementWith('sitemapindex', maps, { xmlns })}\n`
}

/** One part. Throws when it has more than `urlsPerPart` pages. */
export function writeSitemapPart(pages: SitemapPage[]): string {
  if (pages.length > urlsPerPart) throw new RangeError(`A sitemap has at most ${urlsPerPart} pages.`)
  return `${xmlDeclaration}${elementWith('urlset', pages.map(page), { xmlns, 'xmlns:image': imageNamespace })}\n`
}

const xmlns = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const imageNamespace = 'http://www.google.com/schemas/sitemap-image/1.1'

function page({ path, lastmod, images = [] }: SitemapPage): string {
  return elementWith('url', [
    element('loc', absoluteUrl(path)),
    lastmod && element('lastmod', lastmod),
    ...images.map((src) => elementWith('image:image', [element('image:loc', absoluteUrl(src))])),
  ])
}
