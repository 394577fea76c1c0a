import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { CategoryPage } from '@/components/category-page'
import { StructuredData } from '@/components/structured-data'
import { categoryList, categorySlugs } from '@/lib/posts/lists'
import { categoryHead } from '@/lib/syndication/head'
import { serializeJsonLd } from '@/lib/syndication/json-ld'
import { categoryGraph } from '@/lib/syndication/list-graphs'

export const ensureStatic = 'navigation'

export async function generateStaticParams() {
  return (await categorySlugs()).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: PageProps<'/category/[slug]'>): Promise<Metadata> {
  const list = await categoryList((await params).slug, 1)
  return list ? categoryHead(list) : {}
}

export default async function FirstCategoryPage({ params }: PageProps<'/category/[slug]'>) {
  const list = await categoryList((await params).slug, 1)
  if (!list) return <Missing />
  return (
    <>
      <CategoryPage {...list} />
      <StructuredData json={serializeJsonLd(categoryGraph(list))} />
    </>
  )
}
