import { after, type NextRequest } from 'next/server'
import { listPathsToWarm } from '@/lib/data/warm-paths'
import { log } from '@/lib/log'
import { warmPages } from '@/lib/publish/warm-pages'
import { handleWebhook } from '@/lib/publish/webhook'

/**
 * Receives GitHub's push webhook and the requests of `npm run follow`: updates the index and revalidates what changed.
 * See docs/deploy.md for the secret and the status codes.
 */
export async function POST(request: NextRequest) {
  const { status, body, report } = await handleWebhook(request)
  if (report) {
    const paths = listPathsToWarm(report)
    log('refresh', { source: body.commit ? 'webhook' : 'follow', pages: paths.length })
    after(() => warmPages(paths, `http://127.0.0.1:${process.env.PORT ?? 3000}`))
  }
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}
