import { writeOpenSearch } from '@/lib/feeds/open-search'

export const GET = () =>
  new Response(writeOpenSearch(), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  })
