import type { Metadata } from 'next'
import { Missing } from '@/app/missing'
import { StructuredData } from '@/components/layout/structured-data'
import { AuthorPage } from '@/components/lists/author-page'
import { authorList, laterPage } from '@/lib/data/lists'
import { authorHead } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { authorGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

// Later pages are made when somebody asks for them; this address only shows Next that the route is static.
export function generateStaticParams() {
  return [{ slug: '-', page: '2' }]
}

export async function generateMetadata({ params }: PageProps<'/author/[slug]/[page]'>): Promise<Metadata> {
  const { slug, page } = await params
  const list = await authorList(slug, laterPage(page))
  return list ? authorHead(list) : {}
}

export default async function LaterAuthorPage({ params }: PageProps<'/author/[slug]/[page]'>) {
  const { slug, page } = await params
  const list = await authorList(slug, laterPage(page))
  if (!list) return <Missing />
  return (
    <>
      <AuthorPage {...list} />
      <StructuredData json={serializeJsonLd(authorGraph(list))} />
    </>
  )
}
