import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { CorrectionsPage } from '@/components/lists/corrections-page'
import { correctionsList } from '@/lib/data/corrections'
import { laterPage } from '@/lib/data/lists'
import { correctionsHead } from '@/lib/metadata/head'

export const ensureStatic = 'navigation'

// Later pages are made when somebody asks for them; this address only shows Next that the route is static.
export function generateStaticParams() {
  return [{ page: '2' }]
}

export async function generateMetadata({ params }: PageProps<'/corrections/[page]'>): Promise<Metadata> {
  const list = await correctionsList(laterPage((await params).page))
  return list ? correctionsHead(list) : {}
}

export default async function LaterCorrectionsPage({ params }: PageProps<'/corrections/[page]'>) {
  const list = await correctionsList(laterPage((await params).page))
  return list ? <CorrectionsPage {...list} /> : <Missing />
}
