import type { Metadata } from 'next'
import { connection } from 'next/server'
import { SearchPage } from '@/components/search/search-page'
import { results } from '@/lib/data/search'
import { words } from '@/lib/i18n/messages'
import { readSearch } from '@/lib/urls'

/** The one page that is made for each request: what is asked stands in its address. */
export const instant = false

/** Search engines may know the form. What somebody asked is theirs to find in the stories, not here. */
export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const isAsked = Object.keys(await searchParams).length > 0
  return { title: words.search.title, ...(isAsked ? { robots: { index: false, follow: true } } : {}) }
}

export default async function Search({ searchParams }: PageProps<'/search'>) {
  const asked = readSearch(await searchParams)
  // What is found depends on the time, which Next asks to be told of before.
  await connection()
  return <SearchPage asked={asked} {...(await results(asked))} />
}
