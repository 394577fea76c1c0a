import { feedResponse } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/tag/[slug]/atom.xml'>) {
  return feedResponse(request, 'atom', 'tag', (await params).slug)
}
