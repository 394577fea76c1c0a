import { words } from '@/lib/i18n/messages'
import { articlePath } from '@/lib/urls'

/** The line of breaking news over the front page; a link once its story is public. */
export function BreakingLine({ text, slug }: { text: string; slug?: string }) {
  return (
    <aside className="breaking wrap" aria-label={words.breaking}>
      <p>
        <strong>{words.breaking}</strong> {slug ? <a href={articlePath(slug)}>{text}</a> : text}
      </p>
    </aside>
  )
}
