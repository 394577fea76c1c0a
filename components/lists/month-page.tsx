import type { Story } from '@/lib/content/summary'
import { formatMonth } from '@/lib/dates'
import { words } from '@/lib/i18n/messages'
import { archivePath } from '@/lib/urls'
import { Breadcrumb } from '../layout/breadcrumb'
import { ListHeader } from './list-header'
import { ListPage } from './list-page'

type List = { year: number; month: number; count: number; page: number; pages: number; stories: Story[] }

/** The way from the archive down to a month. */
export const monthSteps = ({ year, month }: { year: number; month: number }) => [
  { name: words.archive, path: archivePath() },
  { name: String(year), path: archivePath(year) },
  { name: formatMonth(year, month) },
]

export function MonthPage({ year, month, ...list }: List) {
  const header = (
    <>
      <div className="pt-4">
        <Breadcrumb steps={monthSteps({ year, month })} />
      </div>
      <ListHeader title={formatMonth(year, month)} {...list} />
    </>
  )
  return <ListPage header={header} {...list} showSection pathOf={(page) => archivePath(year, month, page)} />
}
