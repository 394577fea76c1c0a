import { after, type NextRequest } from 'next/server'
import { answerPush } from '@/lib/live/push'
import { warm } from '@/lib/live/warm'
import { pathsToWarm } from '@/lib/posts/warm-paths'

/**
 * Takes GitHub's push webhook, and what `npm run follow` tells: brings the index up to date and refreshes what changed.
 * See docs/deploy.md for the secret and the statuses.
 */
export async function POST(request: NextRequest) {
  const { status, body, report } = await answerPush(request)
  if (report) {
    after(() => warm(pathsToWarm(report), `http://127.0.0.1:${process.env.PORT ?? 3000}`))
  }
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
