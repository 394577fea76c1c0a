import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { StructuredData } from '@/components/layout/structured-data'
import { AuthorPage } from '@/components/lists/author-page'
import { getAuthorPage, listAuthorSlugs } from '@/lib/data/lists'
import { authorMetadata } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { authorGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

export async function generateStaticParams() {
  return (await listAuthorSlugs()).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: PageProps<'/author/[slug]'>): Promise<Metadata> {
  const list = await getAuthorPage((await params).slug, 1)
  return list ? authorMetadata(list) : {}
}

export default async function FirstAuthorPage({ params }: PageProps<'/author/[slug]'>) {
  const list = await getAuthorPage((await params).slug, 1)
  if (!list) return <Missing />
  return (
    <>
      <AuthorPage {...list} />
      <StructuredData json={serializeJsonLd(authorGraph(list))} />
    </>
  )
}
