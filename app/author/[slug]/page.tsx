import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { StructuredData } from '@/components/layout/structured-data'
import { AuthorPage } from '@/components/lists/author-page'
import { authorList, authorSlugs } from '@/lib/data/lists'
import { authorHead } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { authorGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

export async function generateStaticParams() {
  return (await authorSlugs()).map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: PageProps<'/author/[slug]'>): Promise<Metadata> {
  const list = await authorList((await params).slug, 1)
  return list ? authorHead(list) : {}
}

export default async function FirstAuthorPage({ params }: PageProps<'/author/[slug]'>) {
  const list = await authorList((await params).slug, 1)
  if (!list) return <Missing />
  return (
    <>
      <AuthorPage {...list} />
      <StructuredData json={serializeJsonLd(authorGraph(list))} />
    </>
  )
}
