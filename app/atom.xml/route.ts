import { feedAnswer } from '@/app/feed-answer'

export const GET = (request: Request) => feedAnswer(request, 'atom')
