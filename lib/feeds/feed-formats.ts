import type { FeedFormat } from '@/lib/urls'
import { writeAtom } from './atom'
import type { Feed } from './feed'
import { writeJsonFeed } from './json-feed'
import { writeRss } from './rss'

/** How each format is written, and what it is sent as: browsers show `application/rss+xml` as plain text. */
export const feedFormats: Record<FeedFormat, { write: (feed: Feed) => string; type: string }> = {
  rss: { write: writeRss, type: 'application/xml; charset=utf-8' },
  atom: { write: writeAtom, type: 'application/xml; charset=utf-8' },
  json: { write: writeJsonFeed, type: 'application/feed+json; charset=utf-8' },
}
