import { formatMonth, formatMonthName } from '@/lib/dates'
import { messages } from '@/lib/i18n/messages'
import { archivePath } from '@/lib/urls'

type Month = { year: number; month: number; count: number }

/** The archive by year, newest first, with the months that have posts. */
export function ArchiveList({ months }: { months: Month[] }) {
  const years = [...new Set(months.map(({ year }) => year))]
  return (
    <div className="post-list">
      {years.map((year) => (
        <section key={year} className="archive-year">
          <h2 className="teaser-title">
            <a href={archivePath(year)}>{year}</a>
          </h2>
          <ArchiveMonths months={months.filter((month) => month.year === year)} />
        </section>
      ))}
    </div>
  )
}

/** The months of a year that have posts, with counts. */
export function ArchiveMonths({ months }: { months: Month[] }) {
  return (
    <ul className="archive-months font-sans">
      {months.map(({ year, month, count }) => (
        <li key={month}>
          <a
            href={archivePath(year, month)}
            aria-label={`${formatMonth(year, month)}: ${messages.stories(count)}`}
            className="flex justify-between gap-4 py-1.5 no-underline hover:underline"
          >
            {formatMonthName(month)} <span className="text-ink-2 tabular-nums">{count}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
