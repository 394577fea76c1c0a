import { feedResponse } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/author/[slug]/atom.xml'>) {
  return feedResponse(request, 'atom', 'author', (await params).slug)
}
