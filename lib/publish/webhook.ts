import { z } from 'zod'
import { log } from '@/lib/log'
import { countPublication } from '@/lib/metrics'
import { firstPaths } from '@/lib/publish/publication-state'
import type { SyncReport } from '@/lib/store/sync/sync-report'
import { site } from '@/site.config'
import { GitError } from './git'
import {
  deliveryId,
  logPublication,
  logPublicationFailure,
  logRefusal,
  logUnpublishedChanges,
} from './publication-log'
import { publish } from './publish'
import { rememberRecent } from './recent-deliveries'
import { singleFlight } from './single-flight'
import { isValidSignature, minSecretLength } from './webhook-signature'

export type ChangeNotice = Pick<
  SyncReport,
  'changed' | 'frontChanged' | 'authorsChanged' | 'picturesChanged' | 'pagesChanged'
>
type WebhookResponse = { status: number; body: Record<string, unknown>; report?: ChangeNotice }

/** GitHub sends up to 25 MB, but a push to a newsroom is a few KB. */
const maxBodyBytes = 1024 * 1024
const wasSeen = rememberRecent(1000)
const publishOnce = singleFlight(publishAndLog, 20)

const list = z.array(z.string().max(300)).max(10_000)
const changed = z.object({
  ...{ slugs: list, aliases: list, categories: list, tags: list },
  ...{ authors: list, series: list, months: list, pictures: list },
})
/** What `npm run follow` sends after its own sync. */
const changeNotice = z.object({
  synced: z.object({
    changed,
    frontChanged: z.boolean(),
    authorsChanged: z.boolean().default(true),
    picturesChanged: z.boolean().default(true),
    pagesChanged: z.boolean().default(true),
  }),
  at: z.number(),
})
const pushEvent = z.object({ ref: z.string() })

/**
 * The response to a webhook delivery: 404 if no secret is set, 413 for more than 1 MB, 401 without a valid signature, 409 for a
 * duplicate delivery, 400 for invalid JSON, 200 with `ignored` for other events and branches, 403 for an unsigned commit, 502 if git
 * could not fast-forward. On Vercel content changes only with a deployment, and the response says so.
 */
export async function handleWebhook(request: Request): Promise<WebhookResponse> {
  const answer = await answerDelivery(request)
  const delivery = request.headers.get('x-github-delivery')
  const { error, ignored } = answer.body
  // Without a secret there is no webhook, so the request is not a delivery.
  if (error && answer.status !== 404 && answer.status !== 502)
    logRefusal(answer.status, String(error), delivery)
  if (ignored) log('delivery-ignored', { reason: String(ignored), delivery: deliveryId(delivery) })
  return answer
}

async function answerDelivery(request: Request): Promise<WebhookResponse> {
  const secret = process.env.REVALIDATE_SECRET ?? ''
  if (secret.length < minSecretLength) return { status: 404, body: { error: 'Not configured.' } }
  const raw = await readUpTo(request, maxBodyBytes)
  if (!raw) return { status: 413, body: { error: `At most ${maxBodyBytes} bytes.` } }
  if (!isValidSignature(raw, request.headers.get('x-hub-signature-256'), secret)) {
    return { status: 401, body: { error: 'The signature is missing or wrong.' } }
  }
  if (process.env.VERCEL) {
    return {
      status: 200,
      body: { ignored: 'The next deployment publishes this. Nothing changes on a running one.' },
    }
  }
  // The signature covers the body, not the headers: the same body is a duplicate, whatever id the header has.
  if (wasSeen(request.headers.get('x-hub-signature-256') ?? '')) {
    return { status: 409, body: { error: 'Duplicate delivery.' } }
  }
  return answerTo(request.headers.get('x-github-event'), parse(raw))
}

async function answerTo(event: string | null, content: unknown): Promise<WebhookResponse> {
  if (content === undefined) return { status: 400, body: { error: 'The body is not JSON.' } }
  const own = changeNotice.safeParse(content)
  if (own.success) {
    if (Math.abs(Date.now() - own.data.at) > 300_000)
      return { status: 409, body: { error: 'The message is more than five minutes old.' } }
    countPublication('follow')
    return { status: 200, body: { refreshed: own.data.synced.changed.slugs }, report: own.data.synced }
  }
  if (event !== 'push') return { status: 200, body: { ignored: `event ${event ?? 'without a name'}` } }
  const push = pushEvent.safeParse(content)
  if (!push.success) return { status: 400, body: { error: 'There is no ref in the body.' } }
  if (push.data.ref !== `refs/heads/${site.branch}`) return { status: 200, body: { ignored: push.data.ref } }
  try {
    const { commit, needsDeployment, refused, report } = await publishOnce()
    const { added, updated, removed, quarantined } = report
    const left = { needsDeployment: firstPaths(needsDeployment), refused: refused.slice(0, 50) }
    return { status: 200, body: { commit, added, updated, removed, heldBack: quarantined, ...left }, report }
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    if (error.message.startsWith('refused:')) return { status: 403, body: { error: error.message } }
    return { status: 502, body: { error: 'The branch could not be fast-forwarded. The log has the reason.' } }
  }
}

async function publishAndLog() {
  const since = performance.now()
  try {
    const done = await publish(process.cwd())
    logPublication('webhook', done.report, { commit: done.commit, since })
    logUnpublishedChanges('webhook', done)
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

/** The body, or undefined if it exceeds the limit. Reads it to the end: otherwise the sender would not get the response. */
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
