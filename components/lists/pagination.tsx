import { words } from '@/lib/i18n/messages'

/**
 * Numbered pages: the first, the last and the ones around this one. `pathOf` gives a page's address; page 1 has
 * the address of the list itself.
 */
export function Pager({
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
    <nav aria-label={words.pages} className="pager furniture border-t border-rule pt-5">
      {page > 1 ? (
        <a href={pathOf(page - 1)} rel="prev">
          {words.newer}
        </a>
      ) : null}
      {shown.map((number, index) => (
        <span key={number} className="contents">
          {number - (shown[index - 1] ?? 0) > 1 ? <span aria-hidden="true">…</span> : null}
          {number === page ? (
            <span aria-current="page">
              <span className="sr-only">{words.page(number)}</span>
              <span aria-hidden="true">{number}</span>
            </span>
          ) : (
            <a href={pathOf(number)} aria-label={words.page(number)}>
              {number}
            </a>
          )}
        </span>
      ))}
      {page < pages ? (
        <a href={pathOf(page + 1)} rel="next">
          {words.older}
        </a>
      ) : null}
    </nav>
  )
}
