import { feedResponse } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/tag/[slug]/feed.json'>) {
  return feedResponse(request, 'json', 'tag', (await params).slug)
}
