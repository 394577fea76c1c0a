import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { Breadcrumb } from '@/components/layout/breadcrumb'
import { Masthead } from '@/components/layout/masthead'
import { StructuredData } from '@/components/layout/structured-data'
import { ArchiveMonths } from '@/components/lists/archive-list'
import { ListHeader } from '@/components/lists/list-header'
import { archiveMonths } from '@/lib/data/lists'
import { words } from '@/lib/i18n/messages'
import { listHead } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { listGraph } from '@/lib/metadata/list-json-ld'
import { archivePath } from '@/lib/urls'

export const ensureStatic = 'navigation'

// Years are made when somebody asks for them; this address only shows Next that the route is static.
export function generateStaticParams() {
  return [{ year: '-' }]
}

const monthsOf = async (year: string) =>
  (await archiveMonths()).filter((month) => String(month.year) === year)

export async function generateMetadata({ params }: PageProps<'/archive/[year]'>): Promise<Metadata> {
  const { year } = await params
  if ((await monthsOf(year)).length === 0) return {}
  const title = `${words.archive}: ${year}`
  return listHead({ title, description: words.archiveIntro, path: archivePath(Number(year)) })
}

export default async function YearPage({ params }: PageProps<'/archive/[year]'>) {
  const { year } = await params
  const months = await monthsOf(year)
  if (months.length === 0) return <Missing />
  const steps = [{ name: words.archive, path: archivePath() }, { name: year }]
  const graph = listGraph({ title: year, path: archivePath(Number(year)), steps })
  return (
    <>
      <Masthead />
      <main id="content" className="wrap pt-4">
        <Breadcrumb steps={steps} />
        <ListHeader title={year} count={months.reduce((sum, { count }) => sum + count, 0)} />
        <div className="story-list">
          <ArchiveMonths months={months} />
        </div>
      </main>
      <StructuredData json={serializeJsonLd(graph)} />
    </>
  )
}
