import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { StructuredData } from '@/components/layout/structured-data'
import { CategoryPage } from '@/components/lists/category-page'
import { getCategoryPage, listCategorySlugs } from '@/lib/data/lists'
import { categoryMetadata } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { categoryGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

export async function generateStaticParams() {
  return (await listCategorySlugs()).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: PageProps<'/category/[slug]'>): Promise<Metadata> {
  const list = await getCategoryPage((await params).slug, 1)
  return list ? categoryMetadata(list) : {}
}

export default async function FirstCategoryPage({ params }: PageProps<'/category/[slug]'>) {
  const list = await getCategoryPage((await params).slug, 1)
  if (!list) return <Missing />
  return (
    <>
      <CategoryPage {...list} />
      <StructuredData json={serializeJsonLd(categoryGraph(list))} />
    </>
  )
}
