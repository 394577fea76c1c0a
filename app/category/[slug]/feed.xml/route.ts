import { feedResponse } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/category/[slug]/feed.xml'>) {
  return feedResponse(request, 'rss', 'category', (await params).slug)
}
