import { messages } from '@/lib/i18n/messages'
import { type FeedFormat, feedPath } from '@/lib/urls'

const formats: FeedFormat[] = ['rss', 'atom', 'json']

/** Links to the three feeds of a list. `path` is the list's first page. */
export function FeedLinks({ name, path }: { name: string; path: string }) {
  return (
    <p className="feed-links">
      {formats.map((format) => (
        <a
          key={format}
          href={feedPath(format, path)}
          aria-label={messages.feed.of(messages.feed.names[format], name)}
        >
          {messages.feed.names[format]}
        </a>
      ))}
    </p>
  )
}
