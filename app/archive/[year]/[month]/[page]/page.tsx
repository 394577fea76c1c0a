import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { StructuredData } from '@/components/layout/structured-data'
import { MonthPage, monthBreadcrumb } from '@/components/lists/month-page'
import { getMonthPage, parseLaterPage } from '@/lib/data/lists'
import { monthMetadata } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { monthGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

type Props = PageProps<'/archive/[year]/[month]/[page]'>

// Later pages are rendered on demand; this path only tells Next that the route is static.
export function generateStaticParams() {
  return [{ year: '-', month: '-', page: '2' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, month, page } = await params
  const list = await getMonthPage(year, month, parseLaterPage(page))
  return list ? monthMetadata(list) : {}
}

export default async function LaterMonthPage({ params }: Props) {
  const { year, month, page } = await params
  const list = await getMonthPage(year, month, parseLaterPage(page))
  if (!list) return <Missing />
  return (
    <>
      <MonthPage {...list} />
      <StructuredData json={serializeJsonLd(monthGraph(list, monthBreadcrumb(list)))} />
    </>
  )
}
