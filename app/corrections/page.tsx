import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { CorrectionsPage } from '@/components/lists/corrections-page'
import { correctionsList } from '@/lib/data/corrections'
import { correctionsHead } from '@/lib/metadata/head'

export const ensureStatic = 'navigation'

export async function generateMetadata(): Promise<Metadata> {
  const list = await correctionsList(1)
  return list ? correctionsHead(list) : {}
}

export default async function FirstCorrectionsPage() {
  const list = await correctionsList(1)
  return list ? <CorrectionsPage {...list} /> : <Missing />
}
