import { liteAnswer } from '@/app/lite-answer'
import { liteFrontPage } from '@/lib/posts/lite'

export const GET = async (request: Request) => liteAnswer(request, await liteFrontPage())
