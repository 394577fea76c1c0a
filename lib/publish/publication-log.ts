import { errorName, log, withoutCredentials } from '@/lib/log'
import { count, countPublication } from '@/lib/metrics'
import { firstPaths, type UnpublishedChanges } from '@/lib/publish/publication-state'
import type { SyncReport } from '@/lib/store/sync/sync-report'
import { GitError } from './git'

type Source = 'webhook' | 'follow' | 'sync'

/** Quarantined files that this process has logged, by path, with the problem that was logged. */
const reported = new Map<string, string>()

/**
 * Logs a publication, and each file that was quarantined or became valid since the last one. Logs only rule and position of a
 * problem: its message quotes the author, and unpublished text does not belong in a log.
 */
export function logPublication(
  source: Source,
  report: Pick<SyncReport, 'added' | 'updated' | 'removed' | 'quarantined' | 'problems'>,
  { commit, since }: { commit?: string; since?: number } = {},
): void {
  const { added, updated, removed, quarantined } = report
  const milliseconds = since === undefined ? undefined : Math.round(performance.now() - since)
  log('publication', {
    ...{
      source,
      commit: commit?.slice(0, 10),
      added,
      updated,
      removed,
      heldBack: quarantined.length,
      milliseconds,
    },
  })
  if (source !== 'sync') countPublication(source)
  logQuarantined(report)
}

function logQuarantined({ quarantined, problems }: Pick<SyncReport, 'quarantined' | 'problems'>) {
  const first = new Map<string, { line?: number; column?: number; rule: string }>()
  for (const problem of problems)
    if (problem.severity === 'error' && !first.has(problem.file)) first.set(problem.file, problem)
  // An error in front.yml or previews.yml quarantines no post, but the file is not applied.
  const files = new Set([...quarantined, ...first.keys()])
  for (const file of reported.keys()) {
    if (files.has(file)) continue
    reported.delete(file)
    log('held-back-over', { file })
  }
  for (const file of files) {
    const { line, column, rule = 'unreadable' } = first.get(file) ?? {}
    const what = `${rule}:${line}:${column}`
    if (reported.get(file) === what) continue
    reported.set(file, what)
    log('held-back', { file, line, column, rule })
  }
}

/** Logs the files of a push that were not published: engine files, which need a deployment, and refused files. */
export function logUnpublishedChanges(
  source: Source,
  { needsDeployment, refused }: UnpublishedChanges,
): void {
  if (needsDeployment.length > 0) log('needs-deployment', { source, files: firstPaths(needsDeployment) })
  for (const { path, why } of refused.slice(0, 50)) log('not-taken', { source, file: path, reason: why })
}

/** Logs that a publication failed: in git's own words, without passwords, or by the name of the error. */
export function logPublicationFailure(source: Source, error: unknown): void {
  count('copydesk_publication_failures_total')
  const reason = error instanceof GitError ? withoutCredentials(error.message) : errorName(error)
  log('publication-failed', { source, reason })
}

/** At most this many refusals per minute are logged: anybody can cause one, and disk space for logs is finite. */
const maxRefusalsPerMinute = 20
const refusals = { minute: 0, count: 0 }

/** Logs that a delivery to the webhook was refused, and why. `delivery` is the id that GitHub shows beside it. */
export function logRefusal(status: number, reason: string, delivery: string | null): void {
  count('copydesk_deliveries_refused_total', { status: String(status) })
  const minute = Math.floor(Date.now() / 60_000)
  const notLogged = minute === refusals.minute ? 0 : Math.max(0, refusals.count - maxRefusalsPerMinute)
  if (minute !== refusals.minute) Object.assign(refusals, { minute, count: 0 })
  if (++refusals.count > maxRefusalsPerMinute) return
  log('delivery-refused', {
    status,
    reason,
    delivery: deliveryId(delivery),
    ...(notLogged > 0 ? { notLogged } : {}),
  })
}

/** The header is not covered by the signature, so anything that does not look like an id is dropped. */
export const deliveryId = (written: string | null): string | undefined =>
  written && /^[\w-]{1,64}$/.test(written) ? written : undefined

/**
 * Logs at startup how many pages of the build are older than the index, and so are rendered again before they are shown. `synced` is
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
