import type { ReactNode } from 'react'
import { words } from '@/lib/i18n/messages'

/** The head of a list page: what is listed, how much of it, a word of introduction, and its feed. */
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
          {words.stories(count)}
          {pages > 1 ? ` · ${words.pageOf(page, pages)}` : null}
          {feed ? (
            <>
              {' · '}
              <a href={feed} className="action">
                {words.followFeed}
              </a>
            </>
          ) : null}
        </p>
      </div>
    </header>
  )
}
