import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { StructuredData } from '@/components/layout/structured-data'
import { TagPage } from '@/components/lists/tag-page'
import { laterPage, tagList } from '@/lib/data/lists'
import { tagHead } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { tagGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

// Later pages are made when somebody asks for them; this address only shows Next that the route is static.
export function generateStaticParams() {
  return [{ slug: '-', page: '2' }]
}

export async function generateMetadata({ params }: PageProps<'/tag/[slug]/[page]'>): Promise<Metadata> {
  const { slug, page } = await params
  const list = await tagList(slug, laterPage(page))
  return list ? tagHead(list) : {}
}

export default async function LaterTagPage({ params }: PageProps<'/tag/[slug]/[page]'>) {
  const { slug, page } = await params
  const list = await tagList(slug, laterPage(page))
  if (!list) return <Missing />
  return (
    <>
      <TagPage {...list} />
      <StructuredData json={serializeJsonLd(tagGraph(list))} />
    </>
  )
}
