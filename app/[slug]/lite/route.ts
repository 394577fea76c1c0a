import { liteResponse } from '@/app/lite-response'
import { movedResponse } from '@/app/moved-response'
import { getLitePost } from '@/lib/data/lite'
import { litePath } from '@/lib/urls'

export async function GET(request: Request, { params }: RouteContext<'/[slug]/lite'>) {
  const { slug } = await params
  const post = await getLitePost(slug)
  return (post ? undefined : await movedResponse(slug, litePath)) ?? liteResponse(request, post)
}
