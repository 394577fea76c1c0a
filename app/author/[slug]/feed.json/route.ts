import { feedResponse } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/author/[slug]/feed.json'>) {
  return feedResponse(request, 'json', 'author', (await params).slug)
}
