import type { Metadata } from 'next'
import { connection } from 'next/server'
import { SearchPage } from '@/components/search/search-page'
import { searchPosts } from '@/lib/data/search'
import { messages } from '@/lib/i18n/messages'
import { parseSearchParams } from '@/lib/urls'

/** Rendered for each request, because the results depend on the query string. */
export const instant = false

/** Search engines may index the empty form, but no result pages. */
export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const hasQuery = Object.keys(await searchParams).length > 0
  return { title: messages.search.title, ...(hasQuery ? { robots: { index: false, follow: true } } : {}) }
}

export default async function Search({ searchParams }: PageProps<'/search'>) {
  const params = parseSearchParams(await searchParams)
  // Results depend on the current time, so Next requires `connection()` first.
  await connection()
  return <SearchPage params={params} {...(await searchPosts(params))} />
}
