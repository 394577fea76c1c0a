import { siteOrigin } from '@/lib/urls'

/**
 * Addresses are read the way a browser reads them, by the same parser: it drops tabs and line ends inside, control
 * characters around, takes `\` for `/`, and `https:host` for another site. A regular expression would miss one of these.
 */
function resolve(url: string): URL | undefined {
  const base = `${siteOrigin()}/`
  return URL.canParse(url, base) ? new URL(url, base) : undefined
}

/** Whether a link may lead there: http, https, mailto or a place of the site. */
export function isAllowedLink(url: string): boolean {
  return ['http:', 'https:', 'mailto:'].includes(resolve(url)?.protocol ?? '')
}

/** Whether a link leaves the site. */
export function isExternalLink(url: string): boolean {
  const target = resolve(url)
  return target !== undefined && isWeb(target) && target.origin !== new URL(siteOrigin()).origin
}

/** The host as a reader knows it, without `www.`; empty where there is none. */
export function displayHost(url: string): string {
  return resolve(url)?.hostname.replace(/^www\./, '') ?? ''
}

/**
 * The path under which the site itself serves a picture: `assets/x.png`, `/assets/x.png` and the site's own absolute
 * address all give `/assets/x.png`. Undefined for anything else.
 */
export function sitePicturePath(src: string): string | undefined {
  const target = resolve(src)
  if (!target || !isWeb(target) || isExternalLink(src)) return undefined
  // `/.//host/x.png` comes out as `//host/x.png`, which is another site when it is read again.
  return /^\/[^/]/.test(target.pathname) ? target.pathname + target.search : undefined
}

const isWeb = (url: URL) => url.protocol === 'http:' || url.protocol === 'https:'
