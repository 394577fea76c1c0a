import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { StructuredData } from '@/components/layout/structured-data'
import { TagPage } from '@/components/lists/tag-page'
import { getTagPage, parseLaterPage } from '@/lib/data/lists'
import { tagMetadata } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { tagGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

// Later pages are rendered on demand; this path only tells Next that the route is static.
export function generateStaticParams() {
  return [{ slug: '-', page: '2' }]
}

export async function generateMetadata({ params }: PageProps<'/tag/[slug]/[page]'>): Promise<Metadata> {
  const { slug, page } = await params
  const list = await getTagPage(slug, parseLaterPage(page))
  return list ? tagMetadata(list) : {}
}

export default async function LaterTagPage({ params }: PageProps<'/tag/[slug]/[page]'>) {
  const { slug, page } = await params
  const list = await getTagPage(slug, parseLaterPage(page))
  if (!list) return <Missing />
  return (
    <>
      <TagPage {...list} />
      <StructuredData json={serializeJsonLd(tagGraph(list))} />
    </>
  )
}
