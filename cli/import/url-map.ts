import { canonicalPath } from '@/lib/urls'

/** Where the pages of the old site are now. */
export type UrlMap = {
  add(old: string, now: string): void
  /** The new path for an old one, however it is encoded and whether or not it ends in a slash or `index.html`. */
  find(path: string): string | undefined
}

export function createUrlMap(): UrlMap {
  const known = new Map<string, string>()
  return {
    add: (old, now) => {
      if (!known.has(keyOf(old))) known.set(keyOf(old), now)
    },
    // GitHub Pages also answers `/chips` with `/chips.html`.
    find: (path) => known.get(keyOf(path)) ?? known.get(`${keyOf(path)}.html`),
  }
}

const keyOf = (path: string) => canonicalPath(path.replace(/\/index\.html$/, '/'))

/** The origins the old site was known under: http and https, with and without `www.` */
export function isOwnHost(host: string, origin: string): boolean {
  const bare = (name: string) => name.toLowerCase().replace(/^www\./, '')
  return URL.canParse(origin) && bare(host) === bare(new URL(origin).host)
}

export type OwnUrl =
  /** A path of the old site, decoded from however it was written, with what follows it (`?a=b#c`). */
  { path: string; rest: string; isAbsolute: boolean } | undefined

/** The path of the old site an address in a text leads to; undefined for other sites, fragments and `mailto:`. */
export function resolveOwnUrl(
  url: string,
  from: { origin: string; baseurl: string; address: string },
): OwnUrl {
  if (url === '' || url.startsWith('#') || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(url)) return undefined
  const base = `http://old.invalid${from.address}`
  if (!URL.canParse(url, base)) return undefined
  const found = new URL(url, base)
  const isOther = found.host !== 'old.invalid'
  if (isOther && !isOwnHost(found.host, from.origin)) return undefined
  const { baseurl } = from
  const path =
    baseurl && `${found.pathname}/`.startsWith(`${baseurl}/`)
      ? found.pathname.slice(baseurl.length)
      : found.pathname
  return { path: path || '/', rest: found.search + found.hash, isAbsolute: isOther }
}
