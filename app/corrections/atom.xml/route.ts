import { sendFeed } from '@/app/feed-response'
import { correctionsAnswer } from '@/lib/data/corrections'

export const GET = async (request: Request) => sendFeed(request, 'atom', await correctionsAnswer('atom'))
