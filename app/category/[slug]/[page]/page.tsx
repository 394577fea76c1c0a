import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { StructuredData } from '@/components/layout/structured-data'
import { CategoryPage } from '@/components/lists/category-page'
import { categoryList, laterPage } from '@/lib/data/lists'
import { categoryHead } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { categoryGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

// Later pages are made when somebody asks for them; this address only shows Next that the route is static.
export function generateStaticParams() {
  return [{ slug: '-', page: '2' }]
}

export async function generateMetadata({ params }: PageProps<'/category/[slug]/[page]'>): Promise<Metadata> {
  const { slug, page } = await params
  const list = await categoryList(slug, laterPage(page))
  return list ? categoryHead(list) : {}
}

export default async function LaterCategoryPage({ params }: PageProps<'/category/[slug]/[page]'>) {
  const { slug, page } = await params
  const list = await categoryList(slug, laterPage(page))
  if (!list) return <Missing />
  return (
    <>
      <CategoryPage {...list} />
      <StructuredData json={serializeJsonLd(categoryGraph(list))} />
    </>
  )
}
