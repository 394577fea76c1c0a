import { xmlAnswer } from '@/app/xml-response'
import { sitemapPartOf } from '@/lib/data/sitemaps'

/** `/sitemap/0.xml` and further. */
export async function GET(request: Request, { params }: RouteContext<'/sitemap/[part]'>) {
  const [, number] = /^(0|[1-9]\d{0,4})\.xml$/.exec((await params).part) ?? []
  return xmlAnswer(request, number === undefined ? undefined : await sitemapPartOf(Number(number)))
}
