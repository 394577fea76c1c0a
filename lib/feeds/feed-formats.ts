import type { FeedFormat } from '@/lib/urls'
import { atom } from './atom'
import type { Feed } from './feed'
import { jsonFeed } from './json-feed'
import { rss } from './rss'

/** How each format is written, and what it is sent as: browsers show `application/rss+xml` as plain text. */
export const feedFormats: Record<FeedFormat, { write: (feed: Feed) => string; type: string }> = {
  rss: { write: rss, type: 'application/xml; charset=utf-8' },
  atom: { write: atom, type: 'application/xml; charset=utf-8' },
  json: { write: jsonFeed, type: 'application/feed+json; charset=utf-8' },
}
