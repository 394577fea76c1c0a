import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { Breadcrumb } from '@/components/layout/breadcrumb'
import { Masthead } from '@/components/layout/masthead'
import { StructuredData } from '@/components/layout/structured-data'
import { ArchiveMonths } from '@/components/lists/archive-list'
import { ListHeader } from '@/components/lists/list-header'
import { listArchiveMonths } from '@/lib/data/lists'
import { messages } from '@/lib/i18n/messages'
import { listMetadata } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { listGraph } from '@/lib/metadata/list-json-ld'
import { archivePath } from '@/lib/urls'

export const ensureStatic = 'navigation'

// Years are rendered on demand; this path only tells Next that the route is static.
export function generateStaticParams() {
  return [{ year: '-' }]
}

const monthsOf = async (year: string) =>
  (await listArchiveMonths()).filter((month) => String(month.year) === year)

export async function generateMetadata({ params }: PageProps<'/archive/[year]'>): Promise<Metadata> {
  const { year } = await params
  if ((await monthsOf(year)).length === 0) return {}
  const title = `${messages.archive}: ${year}`
  return listMetadata({ title, description: messages.archiveIntro, path: archivePath(Number(year)) })
}

export default async function YearPage({ params }: PageProps<'/archive/[year]'>) {
  const { year } = await params
  const months = await monthsOf(year)
  if (months.length === 0) return <Missing />
  const steps = [{ name: messages.archive, path: archivePath() }, { name: year }]
  const graph = listGraph({ title: year, path: archivePath(Number(year)), steps })
  return (
    <>
      <Masthead />
      <main id="content" className="wrap pt-4">
        <Breadcrumb steps={steps} />
        <ListHeader title={year} count={months.reduce((sum, { count }) => sum + count, 0)} />
        <div className="post-list">
          <ArchiveMonths months={months} />
        </div>
      </main>
      <StructuredData json={serializeJsonLd(graph)} />
    </>
  )
}
