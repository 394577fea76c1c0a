import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { CorrectionsPage } from '@/components/corrections-page'
import { correctionsList } from '@/lib/posts/corrections'
import { correctionsHead } from '@/lib/syndication/head'

export const ensureStatic = 'navigation'

export async function generateMetadata(): Promise<Metadata> {
  const list = await correctionsList(1)
  return list ? correctionsHead(list) : {}
}

export default async function FirstCorrectionsPage() {
  const list = await correctionsList(1)
  return list ? <CorrectionsPage {...list} /> : <Missing />
}
