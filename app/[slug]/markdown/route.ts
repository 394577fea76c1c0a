import { movedResponse } from '@/app/moved-response'
import { respond } from '@/lib/data/http-response'
import { getPostMarkdown } from '@/lib/data/markdown'
import { absoluteUrl, articlePath, markdownPath } from '@/lib/urls'

/** Serves `/{slug}.md`, and `/{slug}` for clients that prefer Markdown; next.config.js rewrites both to this route. */
export async function GET(request: Request, { params }: RouteContext<'/[slug]/markdown'>) {
  const { slug } = await params
  const text = await getPostMarkdown(slug)
  const elsewhere = text ? undefined : await movedResponse(slug, markdownPath)
  return (
    elsewhere ??
    respond(request, text, {
      'content-type': 'text/markdown; charset=utf-8',
      'content-location': markdownPath(slug),
      link: `<${absoluteUrl(articlePath(slug))}>; rel="canonical"`,
      'x-robots-tag': 'noindex',
      'access-control-allow-origin': '*',
    })
  )
}
