import { messages } from '@/lib/i18n/messages'
import { articlePath } from '@/lib/urls'

/** The breaking-news line above the front page. `slug` makes it a link; it is undefined until that post is public. */
export function BreakingLine({ text, slug }: { text: string; slug?: string }) {
  return (
    <aside className="breaking wrap" aria-label={messages.breaking}>
      <p>
        <strong>{messages.breaking}</strong> {slug ? <a href={articlePath(slug)}>{text}</a> : text}
      </p>
    </aside>
  )
}
