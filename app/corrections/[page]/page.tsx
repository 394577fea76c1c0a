import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { CorrectionsPage } from '@/components/lists/corrections-page'
import { getCorrectionsPage } from '@/lib/data/corrections'
import { parseLaterPage } from '@/lib/data/lists'
import { correctionsMetadata } from '@/lib/metadata/head'

export const ensureStatic = 'navigation'

// Later pages are rendered on demand; this path only tells Next that the route is static.
export function generateStaticParams() {
  return [{ page: '2' }]
}

export async function generateMetadata({ params }: PageProps<'/corrections/[page]'>): Promise<Metadata> {
  const list = await getCorrectionsPage(parseLaterPage((await params).page))
  return list ? correctionsMetadata(list) : {}
}

export default async function LaterCorrectionsPage({ params }: PageProps<'/corrections/[page]'>) {
  const list = await getCorrectionsPage(parseLaterPage((await params).page))
  return list ? <CorrectionsPage {...list} /> : <Missing />
}
