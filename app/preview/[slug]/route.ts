import { previewUntil } from '@/lib/data/unpublished'
import { previewPath } from '@/lib/urls'

/**
 * `/preview/{slug}?token=…`: to the preview itself, as long as the token is valid. A page of Next could only say 404 where it
 * does not read the query, so this asks first. Every other request gets the same answer, whatever is wrong with it.
 */
export async function GET(request: Request, { params }: RouteContext<'/preview/[slug]'>) {
  const [{ slug }, token] = [await params, new URL(request.url).searchParams.get('token') ?? '']
  if ((await previewUntil(slug, token)) === undefined) return new Response('Not found\n', { status: 404 })
  return new Response(null, { status: 307, headers: { location: previewPath(slug, token) } })
}
