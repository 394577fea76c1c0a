import { openSearch } from '@/lib/syndication/open-search'

export const GET = () =>
  new Response(openSearch(), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  })
