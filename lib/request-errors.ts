import { errorName, log } from '@/lib/log'
import { count } from '@/lib/metrics'

/**
 * Called by Next for each request that ends in an error (instrumentation.ts). A page that could not be made anew is told from one
 * that nobody could be shown. The route is logged, not the address: that may hold a token, or what a reader searched for.
 */
export function logRequestError(
  error: unknown,
  _request: unknown,
  { routePath, revalidateReason }: { routePath: string; revalidateReason?: string | undefined },
): void {
  const found = { route: routePath, error: errorName(error) }
  if (revalidateReason === undefined) {
    log('request-failed', found)
    return
  }
  count('copydesk_refresh_failures_total')
  log('refresh-failed', { ...found, reason: revalidateReason })
}
