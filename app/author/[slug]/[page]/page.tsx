import type { Metadata } from 'next'
import { Missing } from '@/app/not-found-or-gone'
import { StructuredData } from '@/components/layout/structured-data'
import { AuthorPage } from '@/components/lists/author-page'
import { getAuthorPage, parseLaterPage } from '@/lib/data/lists'
import { authorMetadata } from '@/lib/metadata/head'
import { serializeJsonLd } from '@/lib/metadata/json-ld'
import { authorGraph } from '@/lib/metadata/list-json-ld'

export const ensureStatic = 'navigation'

// Later pages are rendered on demand; this path only tells Next that the route is static.
export function generateStaticParams() {
  return [{ slug: '-', page: '2' }]
}

export async function generateMetadata({ params }: PageProps<'/author/[slug]/[page]'>): Promise<Metadata> {
  const { slug, page } = await params
  const list = await getAuthorPage(slug, parseLaterPage(page))
  return list ? authorMetadata(list) : {}
}

export default async function LaterAuthorPage({ params }: PageProps<'/author/[slug]/[page]'>) {
  const { slug, page } = await params
  const list = await getAuthorPage(slug, parseLaterPage(page))
  if (!list) return <Missing />
  return (
    <>
      <AuthorPage {...list} />
      <StructuredData json={serializeJsonLd(authorGraph(list))} />
    </>
  )
}
