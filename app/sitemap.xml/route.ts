import { allPages } from '@/lib/posts/feeds'
import { sitemapIndex, urlsPerPart } from '@/lib/syndication/sitemap'

export async function GET() {
  const pages = await allPages()
  const parts = Array.from({ length: Math.ceil(pages.length / urlsPerPart) }, () => ({
    lastmod: pages[0]?.lastmod,
  }))
  return new Response(sitemapIndex(parts), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
