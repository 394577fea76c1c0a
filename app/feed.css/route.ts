import { plainAnswer } from '@/app/plain-answer'
import { feedStyle } from '@/lib/syndication/feed-style'

export const GET = (request: Request) => plainAnswer(request, feedStyle, 'text/css')
