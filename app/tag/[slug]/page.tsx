import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { StructuredData } from '@/components/layout/structured-data'
import { TagPage } from '@/components/lists/tag-page'
import { getTagPage, listTagSlugs } from '@/lib/data/lists'
import { tagMetadata } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { tagGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

export async function generateStaticParams() {
  return (await listTagSlugs()).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: PageProps<'/tag/[slug]'>): Promise<Metadata> {
  const list = await getTagPage((await params).slug, 1)
  return list ? tagMetadata(list) : {}
}

export default async function FirstTagPage({ params }: PageProps<'/tag/[slug]'>) {
  const list = await getTagPage((await params).slug, 1)
  if (!list) return <Missing />
  return (
    <>
      <TagPage {...list} />
      <StructuredData json={serializeJsonLd(tagGraph(list))} />
    </>
  )
}
