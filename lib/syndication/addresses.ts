import { site } from '@/site.config'

/** Where the three feeds of a page are: of the site for '/', of a list for its path. */
export function feedPathsOf(path: string): { rss: string; atom: string; json: string } {
  const base = path === '/' ? '' : path
  return { rss: `${base}/feed.xml`, atom: `${base}/atom.xml`, json: `${base}/feed.json` }
}

export const newsSitemapPath = '/news-sitemap.xml'
export const openSearchPath = '/opensearch.xml'

/** The main part of a language tag, as feeds and news sitemaps want it: `en` of `en-GB`. */
export const languageOf = (tag: string = site.language) => tag.split('-')[0]?.toLowerCase() ?? tag
