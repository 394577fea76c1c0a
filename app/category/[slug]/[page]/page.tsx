import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { StructuredData } from '@/components/layout/structured-data'
import { CategoryPage } from '@/components/lists/category-page'
import { getCategoryPage, parseLaterPage } from '@/lib/data/lists'
import { categoryMetadata } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { categoryGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

// Later pages are rendered on demand; this path only tells Next that the route is static.
export function generateStaticParams() {
  return [{ slug: '-', page: '2' }]
}

export async function generateMetadata({ params }: PageProps<'/category/[slug]/[page]'>): Promise<Metadata> {
  const { slug, page } = await params
  const list = await getCategoryPage(slug, parseLaterPage(page))
  return list ? categoryMetadata(list) : {}
}

export default async function LaterCategoryPage({ params }: PageProps<'/category/[slug]/[page]'>) {
  const { slug, page } = await params
  const list = await getCategoryPage(slug, parseLaterPage(page))
  if (!list) return <Missing />
  return (
    <>
      <CategoryPage {...list} />
      <StructuredData json={serializeJsonLd(categoryGraph(list))} />
    </>
  )
}
