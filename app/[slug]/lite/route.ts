import { liteAnswer } from '@/app/lite-response'
import { moved } from '@/app/moved'
import { liteStory } from '@/lib/data/lite'
import { litePath } from '@/lib/urls'

export async function GET(request: Request, { params }: RouteContext<'/[slug]/lite'>) {
  const { slug } = await params
  const story = await liteStory(slug)
  return (story ? undefined : await moved(slug, litePath)) ?? liteAnswer(request, story)
}
