import { getResizedPicture } from '@/lib/data/resized-picture'

const plain = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }

/** Serves `/_next/image`: pictures of public/assets as AVIF or WebP, in the widths that pages request. next.config.js rewrites to this route. */
export async function GET(request: Request) {
  const { url, headers } = request
  const found = await getResizedPicture(url, headers.get('accept') ?? '')
  if (found.outcome === 'refused')
    return new Response('Bad request: use an image URL exactly as a page of this site writes it.\n', {
      status: 400,
      headers: plain,
    })
  if (found.outcome === 'missing') return new Response('Not found\n', { status: 404, headers: plain })
  if (found.outcome === 'busy')
    return new Response('Too many images are being resized. Try again later.\n', {
      status: 503,
      headers: { ...plain, 'Retry-After': `${found.retryAfter}` },
    })
  const common = { Vary: 'Accept', 'Cache-Control': 'public, max-age=14400, must-revalidate' }
  if (found.outcome === 'original')
    return new Response(null, {
      status: 307,
      headers: { ...common, 'Cache-Control': 'public, max-age=60', Location: encodeURI(found.src) },
    })
  const { bytes, type, etag } = found.copy
  const all = { ...common, ETag: etag, 'X-Nextjs-Cache': found.isKept ? 'HIT' : 'MISS' }
  if (headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: all })
  return new Response(bytes, {
    headers: { ...all, 'Content-Type': type, 'Content-Length': `${bytes.length}` },
  })
}
