import { feedResponse } from '@/app/feed-response'

export const GET = (request: Request) => feedResponse(request, 'json')
