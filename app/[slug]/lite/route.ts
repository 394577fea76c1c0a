import { liteAnswer } from '@/app/lite-answer'
import { moved } from '@/app/moved'
import { liteStory } from '@/lib/posts/lite'
import { litePath } from '@/lib/urls'

export async function GET(request: Request, { params }: RouteContext<'/[slug]/lite'>) {
  const { slug } = await params
  const story = await liteStory(slug)
  return (story ? undefined : await moved(slug, litePath)) ?? liteAnswer(request, story)
}
