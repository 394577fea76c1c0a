import { plainAnswer } from '@/app/plain-answer'
import { robotsTxt } from '@/lib/syndication/robots'

export const GET = (request: Request) => plainAnswer(request, robotsTxt())
