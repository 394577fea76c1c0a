import { absoluteUrl, type FeedFormat, feedPath, homePath, isPublicDeployment } from '@/lib/urls'
import { site } from '@/site.config'

type Shown = { title: string; description: string }
type Common = Shown & { url: string; list?: { title: string; path: string }; markdown?: string }

/** What every page has. `list` is the list that has feeds of its own, `markdown` where the same is as Markdown. */
export function commonMetadata({ title, description, url, list, markdown }: Common) {
  const isPublic = isPublicDeployment()
  const twin: Record<string, string> = markdown ? { 'text/markdown': absoluteUrl(markdown) } : {}
  return {
    title: { absolute: title },
    description,
    alternates: { canonical: url, types: { ...feedLinks(list), ...twin } },
    robots: { index: isPublic, follow: isPublic, 'max-image-preview': 'large' as const },
  }
}

/** Feed autodiscovery: the site's three feeds, and before them those of the list. */
function feedLinks(list?: { title: string; path: string }) {
  const own = list ? [{ title: `${site.name}: ${list.title}`, path: list.path }] : []
  const all = [...own, { title: site.name, path: homePath() }]
  const links = (format: FeedFormat) =>
    all.map(({ title, path }) => ({ title, url: absoluteUrl(feedPath(format, path)) }))
  return {
    'application/rss+xml': links('rss'),
    'application/atom+xml': links('atom'),
    'application/feed+json': links('json'),
  }
}

export const openGraphBase = (shown: Shown, url: string) => ({
  ...shown,
  url,
  siteName: site.name,
  locale: site.locale,
})

/** For pages without a picture of their own. */
export function logoSharing(shown: Shown, url: string) {
  const { src, width, height } = site.logo
  const image = { url: absoluteUrl(src), width, height, type: 'image/png', alt: site.name }
  return {
    openGraph: { ...openGraphBase(shown, url), type: 'website' as const, images: [image] },
    twitter: { card: 'summary' as const, ...shown, images: [{ url: image.url, alt: image.alt }] },
  }
}
