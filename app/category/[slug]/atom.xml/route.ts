import { feedResponse } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/category/[slug]/atom.xml'>) {
  return feedResponse(request, 'atom', 'category', (await params).slug)
}
