import { xmlResponse } from '@/app/xml-response'
import { getSitemapPart } from '@/lib/data/sitemaps'

/** `/sitemap/0.xml`, `/sitemap/1.xml` and so on. */
export async function GET(request: Request, { params }: RouteContext<'/sitemap/[part]'>) {
  const [, number] = /^(0|[1-9]\d{0,4})\.xml$/.exec((await params).part) ?? []
  return xmlResponse(request, number === undefined ? undefined : await getSitemapPart(Number(number)))
}
