import type { ReactNode } from 'react'
import { words } from '@/lib/words'

/** The head of a list page: what is listed, how much of it, and a word of introduction. */
export function ListHeader({
  label,
  title,
  count,
  page = 1,
  pages = 1,
  picture,
  children,
}: {
  label?: string
  title: string
  count: number
  page?: number
  pages?: number
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
        </p>
      </div>
    </header>
  )
}
