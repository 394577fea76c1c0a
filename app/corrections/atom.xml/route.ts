import { sendFeed } from '@/app/feed-response'
import { getCorrectionsFeed } from '@/lib/data/corrections'

export const GET = async (request: Request) => sendFeed(request, 'atom', await getCorrectionsFeed('atom'))
