import { feedAnswer } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/author/[slug]/feed.json'>) {
  return feedAnswer(request, 'json', 'author', (await params).slug)
}
