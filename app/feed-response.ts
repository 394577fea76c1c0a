import { type FeedSource, feed } from '@/lib/data/feeds'
import { type Answer, respond } from '@/lib/data/http-response'
import { feedFormats } from '@/lib/feeds/feed-formats'
import type { FeedFormat } from '@/lib/urls'

/** What a feed's route answers. Readers on other sites may fetch it, and search engines need not list it. */
export async function feedAnswer(
  request: Request,
  format: FeedFormat,
  source: FeedSource = 'site',
  slug = '',
) {
  return sendFeed(request, format, await feed(format, source, slug))
}

export function sendFeed(request: Request, format: FeedFormat, answer: Answer | undefined) {
  return respond(request, answer, {
    'content-type': feedFormats[format].type,
    'access-control-allow-origin': '*',
    'x-robots-tag': 'noindex',
  })
}
