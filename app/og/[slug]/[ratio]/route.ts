import { sharingPicture } from '@/lib/data/pictures'
import { type Ratio, ratios } from '@/lib/urls'

/** Ten seconds, as for pages: the card of a withdrawn story shows its headline. On Vercel it changes with a deployment. */
const cacheControl = process.env.VERCEL
  ? 'public, max-age=86400, s-maxage=86400, stale-while-revalidate=604800'
  : 'public, max-age=300, s-maxage=5, stale-while-revalidate=5, stale-if-error=86400'

const isRatio = (text: string): text is Ratio => Object.hasOwn(ratios, text)

/** `/og/{slug}/{ratio}.png`: the story's picture as a raster, or a drawn card. */
export async function GET(_request: Request, { params }: RouteContext<'/og/[slug]/[ratio]'>) {
  const { slug, ratio: file } = await params
  const ratio = file.endsWith('.png') ? file.slice(0, -4) : ''
  let picture: string | undefined
  try {
    picture = isRatio(ratio) ? await sharingPicture(slug, ratio) : undefined
  } catch (error) {
    // Too many are being drawn. Nothing is kept of this, so that the next request tries again.
    console.error(`/og/${slug}/${ratio}:`, error instanceof Error ? error.message : error)
    const headers = { 'retry-after': '5', 'cache-control': 'no-store' }
    return new Response('The picture cannot be drawn now.\n', { status: 503, headers })
  }
  if (!picture) return new Response('Not found', { status: 404, headers: { 'cache-control': 's-maxage=60' } })
  return new Response(Buffer.from(picture, 'base64'), {
    headers: {
      'content-type': 'image/png',
      'cache-control': cacheControl,
    },
  })
}
