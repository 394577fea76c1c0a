import { allPages } from '@/lib/posts/feeds'
import { sitemapPart, urlsPerPart } from '@/lib/syndication/sitemap'

export async function GET(_request: Request, { params }: RouteContext<'/sitemap/[part]'>) {
  const number = Number(/^([1-9]\d{0,4})\.xml$/.exec((await params).part)?.[1] ?? 0)
  const pages = (await allPages()).slice((number - 1) * urlsPerPart, number * urlsPerPart)
  if (number === 0 || pages.length === 0) return new Response('Not found', { status: 404 })
  return new Response(sitemapPart(pages), { headers: { 'content-type': 'application/xml; charset=utf-8' } })
}
