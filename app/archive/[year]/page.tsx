import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { ArchiveMonths } from '@/components/archive-list'
import { Breadcrumb } from '@/components/breadcrumb'
import { ListHeader } from '@/components/list-header'
import { Masthead } from '@/components/masthead'
import { StructuredData } from '@/components/structured-data'
import { archiveMonths } from '@/lib/posts/lists'
import { listHead } from '@/lib/syndication/head'
import { serializeJsonLd } from '@/lib/syndication/json-ld'
import { listGraph } from '@/lib/syndication/list-graphs'
import { archivePath } from '@/lib/urls'
import { words } from '@/lib/words'

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
