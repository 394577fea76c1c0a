import { messages } from '@/lib/i18n/messages'

/**
 * Links to the first and the last page and those around the current one. `pathOf` gives the path of a page; page 1 has the
 * path of the list itself.
 */
export function Pagination({
  page,
  pages,
  pathOf,
}: {
  page: number
  pages: number
  pathOf: (page: number) => string
}) {
  if (pages < 2) return null
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages)
  return (
    <nav aria-label={messages.pages} className="pager no-print border-t border-rule pt-5">
      {page > 1 ? (
        <a href={pathOf(page - 1)} rel="prev">
          {messages.newer}
        </a>
      ) : null}
      {shown.map((number, index) => (
        <span key={number} className="contents">
          {number - (shown[index - 1] ?? 0) > 1 ? <span aria-hidden="true">…</span> : null}
          {number === page ? (
            <span aria-current="page">
              <span className="sr-only">{messages.page(number)}</span>
              <span aria-hidden="true">{number}</span>
            </span>
          ) : (
            <a href={pathOf(number)} aria-label={messages.page(number)}>
              {number}
            </a>
          )}
        </span>
      ))}
      {page < pages ? (
        <a href={pathOf(page + 1)} rel="next">
          {messages.older}
        </a>
      ) : null}
    </nav>
  )
}
