import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { AuthorPage } from '@/components/author-page'
import { StructuredData } from '@/components/structured-data'
import { authorList, authorSlugs } from '@/lib/posts/lists'
import { authorHead } from '@/lib/syndication/head'
import { serializeJsonLd } from '@/lib/syndication/json-ld'
import { authorGraph } from '@/lib/syndication/list-graphs'

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
