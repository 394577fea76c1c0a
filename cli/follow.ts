/**
 * `npm run follow -- --every 10`: publishes what is pushed. Every so many seconds it takes the newsroom's
 * files from the checked-out branch (fast-forward only), syncs the index, and tells the server on this machine what changed. `--once` does it once.
 * The server is `--server http://127.0.0.1:3000`, and both need the same REVALIDATE_SECRET.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { errorName, log } from '@/lib/log'
import { GitError } from '@/lib/publish/git'
import { logPublication, logPublicationFailure, logUnpublishedChanges } from '@/lib/publish/publication-log'
import { publish } from '@/lib/publish/publish'
import type { ChangeNotice } from '@/lib/publish/webhook'
import { minSecretLength, signBody } from '@/lib/publish/webhook-signature'

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '10' },
    once: { type: 'boolean', default: false },
    server: { type: 'string', default: `http://127.0.0.1:${process.env.PORT ?? 3000}` },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const seconds = Number(values.every)
const secret = process.env.REVALIDATE_SECRET ?? ''

if (values.help || !(seconds >= 1)) {
  console.log('Usage: npm run follow -- [--every 10] [--once] [--server http://127.0.0.1:3000]')
  process.exit(values.help ? 0 : 2)
}
if (secret.length < minSecretLength) {
  console.error(`Set REVALIDATE_SECRET to at least ${minSecretLength} characters, here and for the server.`)
  process.exit(2)
}

let last: string | undefined
const pendingNotices: ChangeNotice[] = []

do {
  try {
    await round()
  } catch (error) {
    logPublicationFailure('follow', error)
    if (!(error instanceof GitError)) throw error
    process.exitCode = values.once ? 1 : 0
  }
  if (!values.once) await wait(seconds * 1000)
} while (!values.once)

async function round() {
  const since = performance.now()
  const published = await publish(process.cwd())
  const { commit, report } = published
  const count = report.added + report.updated + report.removed
  // A round that found nothing is no publication, but for the first, which says where this begins.
  if (count > 0 || report.frontChanged || commit !== last) logPublication('follow', report, { commit, since })
  if (commit !== last) logUnpublishedChanges('follow', published)
  last = commit
  const { changed, frontChanged } = report
  if (frontChanged || Object.values(changed).some((list) => list.length > 0)) pendingNotices.push(report)
  while (pendingNotices[0] && (await notifyServer(pendingNotices[0]))) pendingNotices.shift()
}

/** Whether the server knows now. What could not be told is told with the next round. */
async function notifyServer(report: ChangeNotice): Promise<boolean> {
  const { changed, frontChanged, authorsChanged, picturesChanged, pagesChanged } = report
  const synced = { changed, frontChanged, authorsChanged, picturesChanged, pagesChanged }
  const body = JSON.stringify({ synced, at: Date.now() })
  try {
    const headers = { 'Content-Type': 'application/json', 'X-Hub-Signature-256': signBody(body, secret) }
    const answer = await fetch(`${values.server}/api/revalidate`, { method: 'POST', headers, body })
    if (!answer.ok) log('refresh-failed', { reason: `${values.server} answers ${answer.status}` })
    return answer.ok
  } catch (error) {
    log('refresh-failed', { reason: `${values.server} does not answer`, error: errorName(error) })
    return false
  }
}
