import { messages } from '@/lib/i18n/messages'
import { absoluteUrl, type FeedFormat, feedPath } from '@/lib/urls'

const formats: FeedFormat[] = ['rss', 'atom', 'json']

/** The feeds of the whole site, with their addresses spelled out for copying, and how to use them. */
export function FeedGuide() {
  return (
    <div className="feed-guide">
      <section aria-labelledby="everything">
        <h2 id="everything">{messages.feed.everything}</h2>
        <p className="teaser-standfirst">{messages.feed.everythingDescription}</p>
        <dl>
          {formats.map((format) => (
            <div key={format}>
              <dt>{messages.feed.names[format]}</dt>
              <dd>
                <a href={feedPath(format)}>{absoluteUrl(feedPath(format))}</a>
              </dd>
            </div>
          ))}
        </dl>
        <p className="meta">{messages.feed.formats}</p>
      </section>
      <section aria-labelledby="how-to-follow">
        <h2 id="how-to-follow">{messages.feed.howToFollow}</h2>
        <ol>
          {messages.feed.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </div>
  )
}
