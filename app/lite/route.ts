import { liteAnswer } from '@/app/lite-response'
import { liteFrontPage } from '@/lib/data/lite'

export const GET = async (request: Request) => liteAnswer(request, await liteFrontPage())
