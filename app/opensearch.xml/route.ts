import { openSearch } from '@/lib/feeds/open-search'

export const GET = () =>
  new Response(openSearch(), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  })
