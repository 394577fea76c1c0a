import { feedResponse } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/tag/[slug]/feed.xml'>) {
  return feedResponse(request, 'rss', 'tag', (await params).slug)
}
