import { words } from '@/lib/i18n/messages'
import { type FeedFormat, feedPath } from '@/lib/urls'

const formats: FeedFormat[] = ['rss', 'atom', 'json']

/** The three feeds of a list, by the path of its first page. */
export function FeedLinks({ name, path }: { name: string; path: string }) {
  return (
    <p className="feed-links">
      {formats.map((format) => (
        <a
          key={format}
          href={feedPath(format, path)}
          aria-label={words.feed.of(words.feed.names[format], name)}
        >
          {words.feed.names[format]}
        </a>
      ))}
    </p>
  )
}
