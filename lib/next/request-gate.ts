/**
 * Decides what Next gets to see of a request. Next trusts many request headers, queries and methods that only its own proxy or
 * its own browser code should send (`x-middleware-prefetch`, `rsc`, `x-prerender-revalidate`, `user-agent` of bots, …), and
 * some of them change the status, the body or the cacheability of a page that a proxy then hands to other readers
 * (https://github.com/vercel/next.js/security/advisories). A list of such names would grow with each release of Next, so
 * only what the site itself uses is passed on.
 *
 * This file has no effects. install-request-gate.ts puts it in front of the server; deploy/nginx.conf applies the same rules.
 */

/** A request as it arrived: `headers` as Node gives them, in lower case and with repeated lines joined. */
export type RequestHead = {
  method: string
  target: string
  headers: Readonly<Record<string, string | string[] | undefined>>
}

export type GateDecision =
  /** Hand this to Next, and nothing else of the request head. */
  | { action: 'pass'; target: string; headers: Record<string, string> }
  /** Answer with this and close the connection, without reading a body. */
  | { action: 'refuse'; status: number; text: string; headers: Record<string, string> }

/** The only address that takes a body, in this very spelling. */
export const webhookPath = '/api/revalidate'

/** The only address that asks who is there. */
export const metricsPath = '/metrics'

/** Longer paths are refused. (nginx counts the query, too; Node ends at 16 KB for the whole head.) */
export const maxPathLength = 2000

/**
 * Who asks for Markdown gets it: whose `Accept` begins with it, at full quality. The first entry alone decides, because nginx
 * before 1.23 sees only the first of two Accept lines. The same expression stands in deploy/nginx.conf and next.config.js;
 * a test compares the three.
 */
export const asksForMarkdown =
  /^[ \t]*text\/markdown[ \t]*(?:;(?![ \t]*q[ \t]*=)[^,;]*)*(?:;[ \t]*q=1(?:\.0{0,3})?[ \t]*)?(?:,|$)/i

/** The queries that a path has a use for. Elsewhere a query is dropped, so that it makes no second copy of a page. */
const allowedQueries: [path: RegExp, names: readonly string[]][] = [
  [/^\/search$/, ['q', 'section', 'author', 'year', 'page']],
  [/^\/search\/suggest$/, ['q']],
  [/^\/_next\/image$/, ['url', 'w', 'q']],
  [/^\/preview\//, ['token']],
]

/** Parameters that Next gives itself, in any spelling. */
const internalQuery = /(?:^|&)(?:_|nxt|[^=&]*%)/i

/** Addresses of Next's own. It answers some of them with a blank page, or with 200 for what is not there. */
const internalPath =
  /^\/(?:index|_not-found|_error|_global-error|404|500|api\/refused)\/?$|^\/_next(?!\/static\/.|\/image$)|\.rsc$|^\/(?!assets\/).*(?:[[\]]|%5B|%5D)/

/** No post can have this slug: its page is the site's own for missing addresses. */
const missingPath = '/-'

/** Passed on as they are: what may leave out the body of an answer, cut it or compress it, and changes nothing else. */
const passedHeaders = ['accept-encoding', 'if-none-match', 'if-modified-since', 'if-range', 'range']
const webhookHeaders = [
  ...['content-type', 'content-length', 'transfer-encoding'],
  ...['x-hub-signature-256', 'x-github-event', 'x-github-delivery'],
]

/** Decides about one request. Never throws; any input gets a decision. */
export function decideRequest({ method, target, headers }: RequestHead): GateDecision {
  const isWebhook = target === webhookPath
  const allowed = isWebhook ? ['POST'] : ['GET', 'HEAD']
  if (!allowed.includes(method) || (!isWebhook && hasBody(headers))) {
    const text = isWebhook
      ? `${webhookPath} takes POST only.`
      : 'This address takes GET and HEAD without a body.'
    return refuse(405, text, { Allow: allowed.join(', ') })
  }
  // A server must take `GET https://host/path`, too (RFC 9112, 3.2.2). Like Host, the name in it decides nothing.
  const own = target.replace(/^https?:\/\/[^/?#]*/i, '')
  const [rawPath = '', ...rest] = (own.startsWith('/') ? own : `/${own}`).split('?')
  if (rawPath.length > maxPathLength)
    return refuse(414, `A path has at most ${maxPathLength} characters here.`)
  if (target === '*' || !/^(?:\/|https?:\/\/)/i.test(target) || isMalformed(rawPath))
    return refuse(400, 'This address is not a path in UTF-8, or has "//", "\\", "." or ".." in it.')
  const path = canonicalSpelling(rawPath)
  const passed: Record<string, string> = { host: 'localhost' }
  for (const name of isWebhook ? webhookHeaders : passedHeaders) {
    const value = headers[name]
    if (typeof value === 'string') passed[name] = value
  }
  // The token of Prometheus; no other address is for somebody in particular.
  if (path === metricsPath && typeof headers.authorization === 'string')
    passed.authorization = headers.authorization
  const accept = normalizeAccept(path, String(headers.accept ?? ''))
  if (accept) passed.accept = accept
  if (internalPath.test(path)) return { action: 'pass', target: missingPath, headers: passed }
  return { action: 'pass', target: path + pickAllowedQuery(path, rest.join('?')), headers: passed }
}

function refuse(status: number, text: string, headers: Record<string, string> = {}): GateDecision {
  return {
    action: 'refuse',
    status,
    text: `${text}\n`,
    headers: { 'Cache-Control': 'no-store', ...headers },
  }
}

/** Node refuses two lengths, and a length beside a transfer encoding, before it gets here. */
function hasBody(headers: RequestHead['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || !/^0*$/.test(String(headers['content-length'] ?? ''))
}

/** Paths that no page has and that Next stumbles over: no UTF-8, control characters, encoded separators, dots that climb. */
function isMalformed(path: string): boolean {
  if (/[^!-~]|[\\#]|\/\/|%(?![0-9a-f]{2})|%(?:[01][0-9a-f]|7f|2f|5c|25)/i.test(path)) return true
  try {
    return /\/\.{1,2}(?:\/|$)/.test(decodeURIComponent(path))
  } catch {
    return true
  }
}

/** What Next gets for any spelling of a path, so that its rules and its files see the same one (RFC 3986, 6.2.2): letters, digits and `-._~` as themselves, other escapes in capitals. */
function canonicalSpelling(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (octet) => {
    const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(character) ? character : octet.toUpperCase()
  })
}

/** The first of each parameter that the path has a use for, as it was written, with `?` in front; or nothing. */
function pickAllowedQuery(path: string, query: string): string {
  // Only sent to the same path without the slash, which keeps what was asked.
  if (/.\/$/.test(path)) return query && !internalQuery.test(query) ? `?${query}` : ''
  const names = allowedQueries.find(([pattern]) => pattern.test(path))?.[1] ?? []
  const kept = new Map<string, string>()
  for (const pair of query.split('&')) {
    const name = decodeName(pair.split('=')[0] ?? '')
    if (names.includes(name) && !kept.has(name)) kept.set(name, pair)
  }
  return kept.size > 0 ? `?${[...kept.values()].join('&')}` : ''
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What a client takes, in the few forms that the site tells apart. */
function normalizeAccept(path: string, accept: string): string {
  if (path !== '/_next/image') return asksForMarkdown.test(accept) ? 'text/markdown' : ''
  // In the order in which Next prefers them, as the copies of nginx are kept.
  return ['image/avif', 'image/webp'].find((type) => accept.includes(type)) ?? ''
}
