import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { StructuredData } from '@/components/layout/structured-data'
import { MonthPage, monthSteps } from '@/components/lists/month-page'
import { monthList } from '@/lib/data/lists'
import { monthHead } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { monthGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

// Months are made when somebody asks for them; this address only shows Next that the route is static.
export function generateStaticParams() {
  return [{ year: '-', month: '-' }]
}

export async function generateMetadata({ params }: PageProps<'/archive/[year]/[month]'>): Promise<Metadata> {
  const { year, month } = await params
  const list = await monthList(year, month, 1)
  return list ? monthHead(list) : {}
}

export default async function FirstMonthPage({ params }: PageProps<'/archive/[year]/[month]'>) {
  const { year, month } = await params
  const list = await monthList(year, month, 1)
  if (!list) return <Missing />
  return (
    <>
      <MonthPage {...list} />
      <StructuredData json={serializeJsonLd(monthGraph(list, monthSteps(list)))} />
    </>
  )
}
