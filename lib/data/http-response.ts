import { createHash } from 'node:crypto'

/** A text that was made once and is sent many times: feeds, sitemaps, the lite edition, Markdown. */
export type CachedText = {
  text: string
  /** Weak, because a proxy that compresses the text sends other bytes that mean the same. */
  etag: string
  /** When it was made, in milliseconds. Not when a story changed: one that comes late with an old date is news, too. */
  madeAt: number
}

export function toCachedText(text: string, made: number): CachedText {
  return { text, etag: `W/"${createHash('sha256').update(text).digest('base64url')}"`, madeAt: made }
}

/** How long a proxy keeps an answer: what changed must be right everywhere within ten seconds. On Vercel it changes with a deployment. */
const shortCache = `public, max-age=60, ${process.env.VERCEL ? 's-maxage=60' : 's-maxage=2, stale-while-revalidate=8'}`
/** … and goes on answering with it while nobody else does. */
const staleIfErrorCache = `${shortCache}, stale-if-error=86400`

const notFound = {
  'content-type': 'text/plain; charset=utf-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': shortCache,
}

/** Sends an answer, or 304 to those who have it already. What is not there is a 404 that nobody keeps for long. */
export function respond(request: Request, answer: CachedText | undefined, headers: Record<string, string>) {
  if (!answer) return new Response('Not found\n', { status: 404, headers: notFound })
  const all = new Headers(headers)
  all.set('etag', answer.etag)
  all.set('last-modified', new Date(answer.madeAt).toUTCString())
  all.set('cache-control', staleIfErrorCache)
  if (!isNotModified(request.headers, answer)) return new Response(answer.text, { headers: all })
  all.delete('content-type')
  return new Response(null, { status: 304, headers: all })
}

/** RFC 9110, 13.1: with If-None-Match, dates do not count. */
function isNotModified(headers: Headers, { etag, madeAt: made }: CachedText): boolean {
  const known = headers.get('if-none-match')
  if (known !== null) return known.trim() === '*' || opaqueTags(known).includes(opaqueTags(etag)[0] ?? '')
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return Math.floor(made / 1000) * 1000 <= since
}

/** The tags of a list, compared weakly: without their `W/`. */
const opaqueTags = (tags: string): string[] => tags.match(/"[^"]*"/g) ?? []
