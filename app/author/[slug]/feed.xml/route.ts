import { feedResponse } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/author/[slug]/feed.xml'>) {
  return feedResponse(request, 'rss', 'author', (await params).slug)
}
