import { feedAnswer } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/tag/[slug]/atom.xml'>) {
  return feedAnswer(request, 'atom', 'tag', (await params).slug)
}
