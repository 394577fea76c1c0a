import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { StructuredData } from '@/components/layout/structured-data'
import { MonthPage, monthSteps } from '@/components/lists/month-page'
import { laterPage, monthList } from '@/lib/data/lists'
import { monthHead } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { monthGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

type Props = PageProps<'/archive/[year]/[month]/[page]'>

// Later pages are made when somebody asks for them; this address only shows Next that the route is static.
export function generateStaticParams() {
  return [{ year: '-', month: '-', page: '2' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, month, page } = await params
  const list = await monthList(year, month, laterPage(page))
  return list ? monthHead(list) : {}
}

export default async function LaterMonthPage({ params }: Props) {
  const { year, month, page } = await params
  const list = await monthList(year, month, laterPage(page))
  if (!list) return <Missing />
  return (
    <>
      <MonthPage {...list} />
      <StructuredData json={serializeJsonLd(monthGraph(list, monthSteps(list)))} />
    </>
  )
}
