import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { StructuredData } from '@/components/layout/structured-data'
import { MonthPage, monthBreadcrumb } from '@/components/lists/month-page'
import { getMonthPage } from '@/lib/data/lists'
import { monthMetadata } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { monthGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

// Months are rendered on demand; this path only tells Next that the route is static.
export function generateStaticParams() {
  return [{ year: '-', month: '-' }]
}

export async function generateMetadata({ params }: PageProps<'/archive/[year]/[month]'>): Promise<Metadata> {
  const { year, month } = await params
  const list = await getMonthPage(year, month, 1)
  return list ? monthMetadata(list) : {}
}

export default async function FirstMonthPage({ params }: PageProps<'/archive/[year]/[month]'>) {
  const { year, month } = await params
  const list = await getMonthPage(year, month, 1)
  if (!list) return <Missing />
  return (
    <>
      <MonthPage {...list} />
      <StructuredData json={serializeJsonLd(monthGraph(list, monthBreadcrumb(list)))} />
    </>
  )
}
