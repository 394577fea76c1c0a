import { readAssetFile } from '@/lib/data/pictures'

/**
 * Serves pictures that were pushed while the server was running. Next itself serves only the files that were in public/ when
 * it started.
 */
export async function GET(_request: Request, { params }: RouteContext<'/assets/[...path]'>) {
  const { path } = await params
  const file = await readAssetFile(`/assets/${path.join('/')}`)
  if (!file) return new Response('Not found', { status: 404, headers: { 'Cache-Control': 's-maxage=60' } })
  return new Response(file.bytes, {
    headers: { 'Content-Type': file.type, 'Cache-Control': 'public, max-age=0, s-maxage=3600' },
  })
}
