import { logRequestError } from './lib/request-errors'

/**
 * Runs in a server before it answers its first request, and in every process that renders. Not turned around with an early return: the
 * bundler would look for Node's own modules on the edge, and warn of it in every log.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { measureProcess } = await import('./lib/process-metrics')
    measureProcess()
    const { installPublicFileGuard: guardPublicFiles } = await import('./lib/next/install-public-file-guard')
    guardPublicFiles(process.cwd())
    const { installHeaderDeduplication: installResponseHeaders } = await import(
      './lib/next/deduplicate-headers'
    )
    installResponseHeaders()
    const { installRangeStatus } = await import('./lib/next/range-status')
    installRangeStatus()
    const { isCurrent } = await import('./lib/data/freshness')
    Object.assign(globalThis, { [Symbol.for('copydesk.isCurrent')]: isCurrent })
    // After the others, so that it sees a request before them. On Vercel its own proxy stands in front and speaks to Next by headers; in
    // development the browser does.
    if (process.env.NODE_ENV === 'production' && !process.env.VERCEL) {
      const { installRequestGate } = await import('./lib/next/install-request-gate')
      installRequestGate()
      const { installCacheControl } = await import('./lib/next/cache-control')
      installCacheControl()
      const { installGoneStatus } = await import('./lib/next/gone-status')
      const { isGone } = await import('./lib/data/gone')
      installGoneStatus(isGone)
      const started = performance.now()
      const { findOutdatedPages } = await import('./lib/data/reconciliation')
      const { logReconciliation } = await import('./lib/publish/publication-log')
      const found = findOutdatedPages(process.cwd())
      if (found) logReconciliation({ ...found, milliseconds: Math.round(performance.now() - started) })
    }
    const { installImageRequestGuard } = await import('./lib/next/install-image-request-guard')
    installImageRequestGuard()
  }
}

export const onRequestError = logRequestError
