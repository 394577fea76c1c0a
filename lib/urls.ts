import { site } from '@/site.config'

/** The only place that knows a path. Everything below gives a path from the root unless it says otherwise. */

/**
 * The public origin, without a trailing slash: `SITE_URL`, else Vercel's production address, else localhost.
 * Never the Host header, which a visitor chooses.
 */
export function siteOrigin(): string {
  const configured = process.env.SITE_URL
  if (configured) return configured.replace(/\/+$/, '')
  const vercel = process.env.VERCEL_PROJECT_PRODUCTION_URL
  return vercel ? `https://${vercel}` : site.fallbackOrigin
}

/** Whether search engines may index this deployment: not on Vercel's previews. */
export function isPublicDeployment(): boolean {
  return process.env.VERCEL_ENV === undefined || process.env.VERCEL_ENV === 'production'
}

/** An absolute URL of the site for a path; an absolute URL stays as it is. The home page has no trailing slash. */
export function absoluteUrl(path: string): string {
  if (/^https?:\/\//.test(path)) return path
  return path === '/' ? siteOrigin() : siteOrigin() + path
}

/** An address in a text as it is from anywhere else than that page; undefined where it cannot be one. */
export function resolveUrl(address: string, page: string): string | undefined {
  if (!URL.canParse(address, page)) return undefined
  const url = new URL(address, page)
  return /^(https?|mailto|tel):$/.test(url.protocol) ? url.href : undefined
}

/** Where a file of public/ is loaded from: the host for files, where `assetOrigin` of site.config.ts names one. */
export const assetUrl = (src: string) => (/^\/assets\//.test(src) ? `${site.assetOrigin}${src}` : src)

/** Whether a link leaves the site. Fragments, paths and `mailto:` stay. */
export function isExternal(url: string): boolean {
  if (!/^(https?:)?\/\//i.test(url)) return false
  return URL.canParse(url, siteOrigin()) && new URL(url, siteOrigin()).origin !== siteOrigin()
}

/**
 * A path in the one form in which old addresses are kept and asked for, since the router, browsers and authors each
 * encode differently: `/it's/a,b/` and `/it%27s/a%2Cb` are the same.
 */
export function canonicalPath(path: string): string {
  // Not /\/+$/, which takes the square of the number of slashes that a request may have anywhere.
  let end = path.length
  while (end > 1 && path[end - 1] === '/') end--
  return path.slice(0, end).split('/').map(encoded).join('/')
}

function encoded(segment: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(segment))
  } catch {
    return segment
  }
}

/** The ids of a story's corrections on its page: by their day, so that a later one leaves the others where they are. */
export function correctionIds(corrections: { date: string }[]): string[] {
  const days = corrections.map(({ date }) => date.slice(0, 10))
  return days.map((day, at) => {
    const before = days.slice(0, at).filter((other) => other === day).length
    return `correction-${day}${before > 0 ? `-${before + 1}` : ''}`
  })
}

const numbered = (path: string, page: number) => (page > 1 ? `${path}/${page}` : path)
const padded = (month: number) => String(month).padStart(2, '0')

export const homePath = () => '/'
export const articlePath = (slug: string) => `/${slug}`
/** The lite edition of an article, or of the front. */
export const litePath = (slug?: string) => (slug === undefined ? '/lite' : `/${slug}/lite`)
export const markdownPath = (slug: string) => `/${slug}.md`
export const categoryPath = (slug: string, page = 1) => numbered(`/category/${slug}`, page)
export const authorPath = (id: string, page = 1) => numbered(`/author/${id}`, page)
export const tagPath = (slug: string, page = 1) => numbered(`/tag/${slug}`, page)
export const correctionsPath = (page = 1) => numbered('/corrections', page)
/** Where an unpublished post is shown to whoever holds a token; without one, in development, the list of all. */
export const previewPath = (slug?: string, token?: string) =>
  ['/preview', slug, token].filter((part) => part !== undefined).join('/')
/** The address that is sent around. It checks the token and leads to `previewPath`. */
export const previewLink = (slug: string, token: string) => `${previewPath(slug)}?token=${token}`
export const suggestPath = () => '/search/suggest'

/** A search, narrowed or not; page 1 and what is empty leave no trace in the address. */
export function searchPath(asked: SearchParams = {}): string {
  const parts = Object.entries(asked).filter(([key, value]) => value && !(key === 'page' && value === 1))
  const query = new URLSearchParams(parts.map(([key, value]) => [key, String(value)])).toString()
  return query ? `/search?${query}` : '/search'
}
export type SearchParams = { q?: string; section?: string; author?: string; year?: number; page?: number }

export const sitemapPath = (part?: number) => (part === undefined ? '/sitemap.xml' : `/sitemap/${part}.xml`)
export const newsSitemapPath = () => '/news-sitemap.xml'
export const llmsPath = () => '/llms.txt'
export const securityPath = () => '/.well-known/security.txt'
/** The reader's own list, kept in the browser, and what is shown where there is neither connection nor copy. */
export const savedPath = () => '/saved'
export const offlinePath = () => '/offline'
export const workerPath = () => '/sw.js'
export const openSearchPath = () => '/opensearch.xml'

/** The page that lists all feeds, for people. */
export const feedsPath = () => '/feeds'

/** A feed of the site, or of the list whose first page has that path. */
export function feedPath(format: FeedFormat = 'rss', list = homePath()): string {
  return `${list === homePath() ? '' : list}/${feedFiles[format]}`
}
export type FeedFormat = keyof typeof feedFiles
/** How a feed looks in a browser. */
export const feedStylePath = () => '/feed.css'
const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const

/** `/archive`, `/archive/2023`, `/archive/2023/03` or `/archive/2023/03/2`. */
export function archivePath(year?: number, month?: number, page = 1): string {
  if (year === undefined) return '/archive'
  if (month === undefined) return `/archive/${year}`
  return `/archive/${year}/${padded(month)}${page > 1 ? `/${page}` : ''}`
}

/** The picture social networks and search engines get, always a raster 1200 px wide. */
export const ogPath = (slug: string, ratio: ShareRatio = 'card') => `/og/${slug}/${ratio}.png`
export type ShareRatio = keyof typeof shareRatios
export const shareRatios = {
  card: { width: 1200, height: 630 },
  '1x1': { width: 1200, height: 1200 },
  '4x3': { width: 1200, height: 900 },
  '16x9': { width: 1200, height: 675 },
} as const

/** First segments that routes and files own, so no post may be called like that. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  'admin',
  'api',
  'archive',
  'assets',
  'atom',
  'author',
  'category',
  'corrections',
  'feed',
  'feeds',
  'lite',
  'manifest',
  'metrics',
  'news-sitemap',
  'og',
  'offline',
  'preview',
  'robots',
  'saved',
  'search',
  'sitemap',
  'tag',
])

/** Files at the top that routes answer, so that none of public/ may be called like that. */
export const reservedFiles: ReadonlySet<string> = new Set([
  'atom.xml',
  'feed.css',
  'feed.json',
  'feed.xml',
  'llms.txt',
  'manifest.webmanifest',
  'news-sitemap.xml',
  'opensearch.xml',
  'robots.txt',
  'sitemap.xml',
  'sw.js',
])

type Params = Record<string, string | string[] | undefined>

/** What a search address asks for. Total: what makes no sense is left out, and a query has at most 300 letters. */
export function parseSearchParams(params: Params): SearchParams {
  const text = (key: string) => {
    const value = params[key]
    return (Array.isArray(value) ? value[0] : value)?.slice(0, 300).trim() || undefined
  }
  const slug = (key: string) => text(key)?.match(/^[a-z0-9-]+$/)?.[0]
  const number = (key: string, pattern: RegExp) => Number(text(key)?.match(pattern)?.[0]) || undefined
  return {
    q: text('q'),
    section: slug('section'),
    author: slug('author'),
    year: number('year', /^[1-9]\d{3}$/),
    page: number('page', /^[1-9]\d{0,2}$/) ?? 1,
  }
}
