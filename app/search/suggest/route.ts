import type { NextRequest } from 'next/server'
import { suggestHeadlines } from '@/lib/data/search'
import { parseSearchParams } from '@/lib/urls'

/** Search suggestions in the OpenSearch format: `["query", ["headline", …]]`. */
export async function GET(request: NextRequest) {
  const { q = '' } = parseSearchParams({ q: request.nextUrl.searchParams.get('q') ?? '' })
  const type = 'application/x-suggestions+json; charset=utf-8'
  return new Response(JSON.stringify([q, await suggestHeadlines(q)]), {
    headers: { 'Content-Type': type, 'Cache-Control': 'public, max-age=60' },
  })
}
