import { z } from 'zod'
import { log } from '@/lib/log'
import { countPublication } from '@/lib/metrics'
import { firstOf } from '@/lib/publish/publication-state'
import type { SyncReport } from '@/lib/store/sync/sync-report'
import { site } from '@/site.config'
import { GitError } from './git'
import { deliveryId, logLeftOut, logPublication, logPublicationFailure, logRefusal } from './publication-log'
import { publish } from './publish'
import { recent } from './recent-deliveries'
import { singleFlight } from './single-flight'
import { isSigned, shortestSecret } from './webhook-signature'

export type Told = Pick<
  SyncReport,
  'changed' | 'frontChanged' | 'authorsChanged' | 'picturesChanged' | 'pagesChanged'
>
type Answer = { status: number; body: Record<string, unknown>; report?: Told }

/** GitHub sends up to 25 MB, but a push of a newsroom is a few KB. */
const largest = 1024 * 1024
const wasSeen = recent(1000)
const publishOnce = singleFlight(publishAndLog, 20)

const list = z.array(z.string().max(300)).max(10_000)
const changed = z.object({
  ...{ slugs: list, aliases: list, categories: list, tags: list },
  ...{ authors: list, series: list, months: list, pictures: list },
})
/** What `npm run follow` tells after a sync of its own. */
const told = z.object({
  synced: z.object({
    changed,
    frontChanged: z.boolean(),
    authorsChanged: z.boolean().default(true),
    picturesChanged: z.boolean().default(true),
    pagesChanged: z.boolean().default(true),
  }),
  at: z.number(),
})
const pushed = z.object({ ref: z.string() })

/**
 * What to answer to a webhook. 404 where no secret is set, 413 for more than 1 MB, 401 without the right signature, 409 for
 * a delivery that was here before, 400 for what is not JSON, 200 with `ignored` for other events and branches, 502 when
 * git could not follow. On Vercel nothing can change but by a deployment, and the answer says so.
 */
export async function answerPush(request: Request): Promise<Answer> {
  const answer = await answerDelivery(request)
  const delivery = request.headers.get('x-github-delivery')
  const { error, ignored } = answer.body
  // Without a secret there is no webhook, and who asks for one is nobody's delivery.
  if (error && answer.status !== 404 && answer.status !== 502)
    logRefusal(answer.status, String(error), delivery)
  if (ignored) log('delivery-ignored', { reason: String(ignored), delivery: deliveryId(delivery) })
  return answer
}

async function answerDelivery(request: Request): Promise<Answer> {
  const secret = process.env.REVALIDATE_SECRET ?? ''
  if (secret.length < shortestSecret) return { status: 404, body: { error: 'Not configured.' } }
  const raw = await readUpTo(request, largest)
  if (!raw) return { status: 413, body: { error: `At most ${largest} bytes.` } }
  if (!isSigned(raw, request.headers.get('x-hub-signature-256'), secret)) {
    return { status: 401, body: { error: 'The signature is missing or wrong.' } }
  }
  if (process.env.VERCEL) {
    return {
      status: 200,
      body: { ignored: 'The next deployment publishes this. Nothing changes on a running one.' },
    }
  }
  // The signature covers the body, not the headers: the same body is the same delivery whatever its id says.
  if (wasSeen(request.headers.get('x-hub-signature-256') ?? '')) {
    return { status: 409, body: { error: 'This delivery was here before.' } }
  }
  return answerTo(request.headers.get('x-github-event'), parse(raw))
}

async function answerTo(event: string | null, content: unknown): Promise<Answer> {
  if (content === undefined) return { status: 400, body: { error: 'The body is not JSON.' } }
  const own = told.safeParse(content)
  if (own.success) {
    if (Math.abs(Date.now() - own.data.at) > 300_000)
      return { status: 409, body: { error: 'This is too old.' } }
    countPublication('follow')
    return { status: 200, body: { refreshed: own.data.synced.changed.slugs }, report: own.data.synced }
  }
  if (event !== 'push') return { status: 200, body: { ignored: `event ${event ?? 'without a name'}` } }
  const push = pushed.safeParse(content)
  if (!push.success) return { status: 400, body: { error: 'There is no ref in the body.' } }
  if (push.data.ref !== `refs/heads/${site.branch}`) return { status: 200, body: { ignored: push.data.ref } }
  try {
    const { commit, needsDeployment, refused, report } = await publishOnce()
    const { added, updated, removed, heldBack } = report
    const left = { needsDeployment: firstOf(needsDeployment), refused: refused.slice(0, 50) }
    return { status: 200, body: { commit, added, updated, removed, heldBack, ...left }, report }
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    if (error.message.startsWith('refused:')) return { status: 403, body: { error: error.message } }
    return { status: 502, body: { error: 'The branch could not be brought forward. See the log.' } }
  }
}

async function publishAndLog() {
  const since = performance.now()
  try {
    const done = await publish(process.cwd())
    logPublication('webhook', done.report, { commit: done.commit, since })
    logLeftOut('webhook', done)
    return done
  } catch (error) {
    logPublicationFailure('webhook', error)
    throw error
  }
}

function parse(raw: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
  } catch {
    return undefined
  }
}

/** The body, or undefined when it is longer than it may be. It is read to its end, or the sender would not hear the answer. */
async function readUpTo(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength
    if (size <= limit) chunks.push(next.value)
    if (size > 25 * limit) await reader?.cancel()
  }
  return size > limit ? undefined : Buffer.concat(chunks)
}
