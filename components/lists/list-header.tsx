import type { ReactNode } from 'react'
import { messages } from '@/lib/i18n/messages'

/** The header of a list page: title, introduction (`children`), number of posts, and a link to the feed. */
export function ListHeader({
  label,
  title,
  count,
  page = 1,
  pages = 1,
  feed,
  picture,
  children,
}: {
  label?: string
  title: string
  count: number
  page?: number
  pages?: number
  feed?: string
  picture?: ReactNode
  children?: ReactNode
}) {
  return (
    <header className="list-header">
      {picture}
      <div>
        {label ? <p className="kicker">{label}</p> : null}
        <h1>{title}</h1>
        {children}
        <p className="meta">
          {messages.stories(count)}
          {pages > 1 ? ` · ${messages.pageOf(page, pages)}` : null}
          {feed ? (
            <>
              {' · '}
              <a href={feed} className="action">
                {messages.followFeed}
              </a>
            </>
          ) : null}
        </p>
      </div>
    </header>
  )
}
