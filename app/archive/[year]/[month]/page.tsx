import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { Breadcrumb } from '@/components/breadcrumb'
import { ListHeader } from '@/components/list-header'
import { Masthead } from '@/components/masthead'
import { StoryList } from '@/components/story-list'
import { StructuredData } from '@/components/structured-data'
import { formatMonth } from '@/lib/dates'
import { monthList } from '@/lib/posts/lists'
import { listHead } from '@/lib/syndication/head'
import { serializeJsonLd } from '@/lib/syndication/json-ld'
import { listGraph } from '@/lib/syndication/list-graphs'
import { archivePath } from '@/lib/urls'
import { words } from '@/lib/words'

export const ensureStatic = 'navigation'

// Months are made when somebody asks for them; this address only shows Next that the route is static.
export function generateStaticParams() {
  return [{ year: '-', month: '-' }]
}

export async function generateMetadata({ params }: PageProps<'/archive/[year]/[month]'>): Promise<Metadata> {
  const { year, month } = await params
  const found = await monthList(year, month)
  if (!found) return {}
  const title = `${words.archive}: ${formatMonth(found.year, found.month)}`
  return listHead({ title, description: words.archiveIntro, path: archivePath(found.year, found.month) })
}

export default async function MonthPage({ params }: PageProps<'/archive/[year]/[month]'>) {
  const { year, month } = await params
  const found = await monthList(year, month)
  if (!found) return <Missing />
  const title = formatMonth(found.year, found.month)
  const steps = [
    { name: words.archive, path: archivePath() },
    { name: year, path: archivePath(found.year) },
    { name: title },
  ]
  const path = archivePath(found.year, found.month)
  const graph = listGraph({ title, path, steps, stories: found.stories })
  return (
    <>
      <Masthead />
      <main id="content" className="wrap pt-4">
        <Breadcrumb steps={steps} />
        <ListHeader title={title} count={found.stories.length} />
        <StoryList stories={found.stories} showSection />
      </main>
      <StructuredData json={serializeJsonLd(graph)} />
    </>
  )
}
