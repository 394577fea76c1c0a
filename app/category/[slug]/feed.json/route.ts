import { feedResponse } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/category/[slug]/feed.json'>) {
  return feedResponse(request, 'json', 'category', (await params).slug)
}
