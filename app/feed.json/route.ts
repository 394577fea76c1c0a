import { feedAnswer } from '@/app/feed-response'

export const GET = (request: Request) => feedAnswer(request, 'json')
