import type { SyncReport } from '@/lib/archive/report'
import { errorName, log, withoutCredentials } from '@/lib/log'
import { count, countPublication } from '@/lib/metrics'
import { firstOf, type Undone } from '@/lib/publish/publication-state'
import { GitError } from './git'

type Source = 'webhook' | 'follow' | 'sync'

/** What was held back when this process last said so, by file. */
const held = new Map<string, string>()

/**
 * Logs a publication, and each file that is held back since then, or no more. Of what is wrong with it only the rule and the place: the
 * message quotes the author, and the log is no place for what is not public.
 */
export function logPublication(
  source: Source,
  report: Pick<SyncReport, 'added' | 'updated' | 'removed' | 'heldBack' | 'problems'>,
  { commit, since }: { commit?: string; since?: number } = {},
): void {
  const { added, updated, removed, heldBack } = report
  const milliseconds = since === undefined ? undefined : Math.round(performance.now() - since)
  log('publication', {
    ...{
      source,
      commit: commit?.slice(0, 10),
      added,
      updated,
      removed,
      heldBack: heldBack.length,
      milliseconds,
    },
  })
  if (source !== 'sync') countPublication(source)
  logHeldBack(report)
}

function logHeldBack({ heldBack, problems }: Pick<SyncReport, 'heldBack' | 'problems'>) {
  const first = new Map<string, { line?: number; column?: number; rule: string }>()
  for (const problem of problems)
    if (problem.severity === 'error' && !first.has(problem.file)) first.set(problem.file, problem)
  // An error in front.yml or previews.yml holds nothing back that a list would show, but keeps the file from counting.
  const files = new Set([...heldBack, ...first.keys()])
  for (const file of held.keys()) {
    if (files.has(file)) continue
    held.delete(file)
    log('held-back-over', { file })
  }
  for (const file of files) {
    const { line, column, rule = 'unreadable' } = first.get(file) ?? {}
    const what = `${rule}:${line}:${column}`
    if (held.get(file) === what) continue
    held.set(file, what)
    log('held-back', { file, line, column, rule })
  }
}

/** Logs what of a push was not published: engine files, which need a deployment, and files that a push may not bring. */
export function logLeftOut(source: Source, { needsDeployment, refused }: Undone): void {
  if (needsDeployment.length > 0) log('needs-deployment', { source, files: firstOf(needsDeployment) })
  for (const { path, why } of refused.slice(0, 50)) log('not-taken', { source, file: path, reason: why })
}

/** Logs that a publication failed: in git's own words, without passwords, or by the name of the error. */
export function logPublicationFailure(source: Source, error: unknown): void {
  count('copydesk_publication_failures_total')
  const reason = error instanceof GitError ? withoutCredentials(error.message) : errorName(error)
  log('publication-failed', { source, reason })
}

/** So many refusals a minute are logged one by one. Anybody can send what is refused, and a log is finite. */
const mostRefusals = 20
const refusals = { minute: 0, count: 0 }

/** Logs that a delivery to the webhook was refused, and why. `delivery` is the id that GitHub shows beside it. */
export function logRefusal(status: number, reason: string, delivery: string | null): void {
  count('copydesk_deliveries_refused_total', { status: String(status) })
  const minute = Math.floor(Date.now() / 60_000)
  const notLogged = minute === refusals.minute ? 0 : Math.max(0, refusals.count - mostRefusals)
  if (minute !== refusals.minute) Object.assign(refusals, { minute, count: 0 })
  if (++refusals.count > mostRefusals) return
  log('delivery-refused', {
    status,
    reason,
    delivery: deliveryId(delivery),
    ...(notLogged > 0 ? { notLogged } : {}),
  })
}

/** The header is not signed: only what can be an id is taken. */
export const deliveryId = (written: string | null): string | undefined =>
  written && /^[\w-]{1,64}$/.test(written) ? written : undefined

/**
 * Logs at a start how many pages of the build are older than the index, so that they are made anew before they are shown. `synced` is
 * the time of the index, `milliseconds` how long the comparison took.
 */
export function logReconciliation(found: {
  pages: number
  buildId: string
  synced?: string
  milliseconds: number
}): void {
  log('reconciliation', found)
}
