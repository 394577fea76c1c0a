import { after, type NextRequest } from 'next/server'
import { pathsToWarm } from '@/lib/data/warm-paths'
import { log } from '@/lib/log'
import { warm } from '@/lib/publish/warm-pages'
import { answerPush } from '@/lib/publish/webhook'

/**
 * Takes GitHub's push webhook, and what `npm run follow` tells: brings the index up to date and refreshes what changed.
 * See docs/deploy.md for the secret and the statuses.
 */
export async function POST(request: NextRequest) {
  const { status, body, report } = await answerPush(request)
  if (report) {
    const paths = pathsToWarm(report)
    log('refresh', { source: body.commit ? 'webhook' : 'follow', pages: paths.length })
    after(() => warm(paths, `http://127.0.0.1:${process.env.PORT ?? 3000}`))
  }
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
