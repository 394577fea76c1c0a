import { type FeedSource, getFeed } from '@/lib/data/feeds'
import { type CachedText, respond } from '@/lib/data/http-response'
import { feedFormats } from '@/lib/feeds/feed-formats'
import type { FeedFormat } from '@/lib/urls'

/** The response of a feed route. Web-based feed readers on other sites may fetch it; search engines do not index it. */
export async function feedResponse(
  request: Request,
  format: FeedFormat,
  source: FeedSource = 'site',
  slug = '',
) {
  return sendFeed(request, format, await getFeed(format, source, slug))
}

export function sendFeed(request: Request, format: FeedFormat, answer: CachedText | undefined) {
  return respond(request, answer, {
    'content-type': feedFormats[format].type,
    'access-control-allow-origin': '*',
    'x-robots-tag': 'noindex',
  })
}
