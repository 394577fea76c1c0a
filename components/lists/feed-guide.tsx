import { words } from '@/lib/i18n/messages'
import { absolute, type FeedFormat, feedPath } from '@/lib/urls'

const formats: FeedFormat[] = ['rss', 'atom', 'json']

/** The feeds of the whole site, with their addresses written out to be copied, and what to do with one. */
export function FeedGuide() {
  return (
    <div className="feed-guide">
      <section aria-labelledby="everything">
        <h2 id="everything">{words.feed.everything}</h2>
        <p className="story-standfirst">{words.feed.everythingIs}</p>
        <dl>
          {formats.map((format) => (
            <div key={format}>
              <dt>{words.feed.names[format]}</dt>
              <dd>
                <a href={feedPath(format)}>{absolute(feedPath(format))}</a>
              </dd>
            </div>
          ))}
        </dl>
        <p className="meta">{words.feed.formats}</p>
      </section>
      <section aria-labelledby="how-to-follow">
        <h2 id="how-to-follow">{words.feed.howToFollow}</h2>
        <ol>
          {words.feed.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </div>
  )
}
