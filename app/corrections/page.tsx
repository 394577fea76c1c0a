import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { CorrectionsPage } from '@/components/lists/corrections-page'
import { getCorrectionsPage } from '@/lib/data/corrections'
import { correctionsMetadata } from '@/lib/metadata/head'

export const ensureStatic = 'navigation'

export async function generateMetadata(): Promise<Metadata> {
  const list = await getCorrectionsPage(1)
  return list ? correctionsMetadata(list) : {}
}

export default async function FirstCorrectionsPage() {
  const list = await getCorrectionsPage(1)
  return list ? <CorrectionsPage {...list} /> : <Missing />
}
