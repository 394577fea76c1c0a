import { feedAnswer } from '@/app/feed-response'

export async function GET(request: Request, { params }: RouteContext<'/category/[slug]/atom.xml'>) {
  return feedAnswer(request, 'atom', 'category', (await params).slug)
}
