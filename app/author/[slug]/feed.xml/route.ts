import { feedAnswer } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/author/[slug]/feed.xml'>) {
  return feedAnswer(request, 'rss', 'author', (await params).slug)
}
