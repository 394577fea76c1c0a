import { moved } from '@/app/moved'
import { respond } from '@/lib/data/http-response'
import { markdown } from '@/lib/data/markdown'
import { absolute, articlePath, markdownPath } from '@/lib/urls'

/** `/{slug}.md`, and `/{slug}` for who would rather have Markdown: next.config.js leads both here. */
export async function GET(request: Request, { params }: RouteContext<'/[slug]/markdown'>) {
  const { slug } = await params
  const text = await markdown(slug)
  const elsewhere = text ? undefined : await moved(slug, markdownPath)
  return (
    elsewhere ??
    respond(request, text, {
      'content-type': 'text/markdown; charset=utf-8',
      'content-location': markdownPath(slug),
      link: `<${absolute(articlePath(slug))}>; rel="canonical"`,
      'x-robots-tag': 'noindex',
      'access-control-allow-origin': '*',
    })
  )
}
