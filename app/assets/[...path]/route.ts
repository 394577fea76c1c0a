import { assetFile } from '@/lib/data/pictures'

/**
 * Pictures that were pushed to a running server. Next itself serves what was in public/ when it started, and comes here
 * with the rest.
 */
export async function GET(_request: Request, { params }: RouteContext<'/assets/[...path]'>) {
  const { path } = await params
  const file = await assetFile(`/assets/${path.join('/')}`)
  if (!file) return new Response('Not found', { status: 404, headers: { 'Cache-Control': 's-maxage=60' } })
  return new Response(file.bytes, {
    headers: { 'Content-Type': file.type, 'Cache-Control': 'public, max-age=0, s-maxage=3600' },
  })
}
