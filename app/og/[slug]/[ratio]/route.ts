import { getShareImage } from '@/lib/data/pictures'
import { type ShareRatio, shareRatios } from '@/lib/urls'

/** Cached for ten seconds, as pages are, because the card of a withdrawn post shows its headline. On Vercel it changes only with a deployment. */
const cacheControl = process.env.VERCEL
  ? 'public, max-age=86400, s-maxage=86400, stale-while-revalidate=604800'
  : 'public, max-age=300, s-maxage=5, stale-while-revalidate=5, stale-if-error=86400'

const isRatio = (text: string): text is ShareRatio => Object.hasOwn(shareRatios, text)

/** Serves `/og/{slug}/{ratio}.png`: the post's picture as a PNG, or a generated card. */
export async function GET(_request: Request, { params }: RouteContext<'/og/[slug]/[ratio]'>) {
  const { slug, ratio: file } = await params
  const ratio = file.endsWith('.png') ? file.slice(0, -4) : ''
  let picture: string | undefined
  try {
    picture = isRatio(ratio) ? await getShareImage(slug, ratio) : undefined
  } catch (error) {
    // Too many cards are being drawn. The answer is not cached, so that the next request tries again.
    console.error(`/og/${slug}/${ratio}:`, error instanceof Error ? error.message : error)
    const headers = { 'retry-after': '5', 'cache-control': 'no-store' }
    return new Response('Too many images are being drawn. Try again later.\n', { status: 503, headers })
  }
  if (!picture) return new Response('Not found', { status: 404, headers: { 'cache-control': 's-maxage=60' } })
  return new Response(Buffer.from(picture, 'base64'), {
    headers: {
      'content-type': 'image/png',
      'cache-control': cacheControl,
    },
  })
}
