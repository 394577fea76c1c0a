import type { Story } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { spokenIn } from '@/lib/text'
import { Timestamp } from '../layout/timestamp'

/** A page that is not news: about, privacy, policies. */
export function StandingPage({ story, html }: { story: Story; html: string }) {
  return (
    <main id="content" className="wrap" {...spokenIn(story.lang)}>
      <header className="article-header">
        <h1>{story.title}</h1>
        <p className="article-standfirst">{story.description}</p>
      </header>
      <div className="article-grid">
        <p className="meta">
          {words.updated} <Timestamp at={story.updated ?? story.published} />
        </p>
        <div className="article-body prose" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    </main>
  )
}
