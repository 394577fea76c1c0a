import type { PostCard } from '@/lib/content/summary'
import { formatMonth } from '@/lib/dates'
import { messages } from '@/lib/i18n/messages'
import { archivePath } from '@/lib/urls'
import { Breadcrumb } from '../layout/breadcrumb'
import { ListHeader } from './list-header'
import { ListPage } from './list-page'

type List = { year: number; month: number; count: number; page: number; pages: number; posts: PostCard[] }

/** The breadcrumb of a month, starting at the archive. */
export const monthBreadcrumb = ({ year, month }: { year: number; month: number }) => [
  { name: messages.archive, path: archivePath() },
  { name: String(year), path: archivePath(year) },
  { name: formatMonth(year, month) },
]

export function MonthPage({ year, month, ...list }: List) {
  const header = (
    <>
      <div className="pt-4">
        <Breadcrumb steps={monthBreadcrumb({ year, month })} />
      </div>
      <ListHeader title={formatMonth(year, month)} {...list} />
    </>
  )
  return <ListPage header={header} {...list} showSection pathOf={(page) => archivePath(year, month, page)} />
}
