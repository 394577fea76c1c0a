import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { StructuredData } from '@/components/layout/structured-data'
import { TagPage } from '@/components/lists/tag-page'
import { tagList, tagSlugs } from '@/lib/data/lists'
import { tagHead } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { tagGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

export async function generateStaticParams() {
  return (await tagSlugs()).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: PageProps<'/tag/[slug]'>): Promise<Metadata> {
  const list = await tagList((await params).slug, 1)
  return list ? tagHead(list) : {}
}

export default async function FirstTagPage({ params }: PageProps<'/tag/[slug]'>) {
  const list = await tagList((await params).slug, 1)
  if (!list) return <Missing />
  return (
    <>
      <TagPage {...list} />
      <StructuredData json={serializeJsonLd(tagGraph(list))} />
    </>
  )
}
