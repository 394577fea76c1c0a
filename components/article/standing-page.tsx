import type { PostCard } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { langAttributes } from '@/lib/text'
import { Timestamp } from '../layout/timestamp'

/** A page outside the news flow: about, privacy, policies. */
export function StandingPage({ post, html }: { post: PostCard; html: string }) {
  return (
    <main id="content" className="wrap" {...langAttributes(post.lang)}>
      <header className="article-header">
        <h1>{post.title}</h1>
        <p className="article-standfirst">{post.description}</p>
      </header>
      <div className="article-grid">
        <p className="meta">
          {messages.updated} <Timestamp at={post.updated ?? post.published} />
        </p>
        <div className="article-body prose" dangerouslySetInnerHTML={{ __html: html }} />
      </div>
    </main>
  )
}
