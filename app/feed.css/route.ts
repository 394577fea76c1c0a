import { plainAnswer } from '@/app/text-response'
import { feedStyle } from '@/lib/feeds/feed-style'

export const GET = (request: Request) => plainAnswer(request, feedStyle, 'text/css')
