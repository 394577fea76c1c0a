import type { Metadata } from 'next'
import { SearchPage } from '@/components/search-page'
import { results } from '@/lib/posts/search'
import { readSearch } from '@/lib/urls'
import { words } from '@/lib/words'

/** The one page that is made for each request: what is asked stands in its address. */
export const instant = false

export const metadata: Metadata = { title: words.search.title, robots: { index: false, follow: true } }

export default async function Search({ searchParams }: PageProps<'/search'>) {
  const asked = readSearch(await searchParams)
  return <SearchPage asked={asked} {...(await results(asked))} />
}
