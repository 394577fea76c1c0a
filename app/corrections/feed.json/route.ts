import { sendFeed } from '@/app/feed-answer'
import { correctionsAnswer } from '@/lib/posts/corrections'

export const GET = async (request: Request) => sendFeed(request, 'json', await correctionsAnswer('json'))
