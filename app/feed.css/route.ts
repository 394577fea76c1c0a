import { textResponse } from '@/app/text-response'
import { feedStyle } from '@/lib/feeds/feed-style'

export const GET = (request: Request) => textResponse(request, feedStyle, 'text/css')
