import type { NextRequest } from 'next/server'
import { suggestions } from '@/lib/data/search'
import { readSearch } from '@/lib/urls'

/** Suggestions for a search field in the form that browsers know from OpenSearch: `["words", ["headline", …]]`. */
export async function GET(request: NextRequest) {
  const { q = '' } = readSearch({ q: request.nextUrl.searchParams.get('q') ?? '' })
  const type = 'application/x-suggestions+json; charset=utf-8'
  return new Response(JSON.stringify([q, await suggestions(q)]), {
    headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=60' },
  })
}
