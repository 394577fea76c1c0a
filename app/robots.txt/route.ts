import { plainAnswer } from '@/app/text-response'
import { robotsTxt } from '@/lib/feeds/robots'

export const GET = (request: Request) => plainAnswer(request, robotsTxt())
