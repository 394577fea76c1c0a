import { getPreviewExpiry } from '@/lib/data/unpublished'
import { previewPath } from '@/lib/urls'

/**
 * Redirects `/preview/{slug}?token=…` to the preview page while the token is valid. A page that reads the query cannot answer
 * 404, so this route checks first. Every other request gets the same answer, whatever is wrong with it.
 */
export async function GET(request: Request, { params }: RouteContext<'/preview/[slug]'>) {
  const [{ slug }, token] = [await params, new URL(request.url).searchParams.get('token') ?? '']
  if ((await getPreviewExpiry(slug, token)) === undefined) return new Response('Not found\n', { status: 404 })
  return new Response(null, { status: 307, headers: { location: previewPath(slug, token) } })
}
