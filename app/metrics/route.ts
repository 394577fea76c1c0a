import { connection } from 'next/server'
import { getMetricsText } from '@/lib/data/metrics'
import { mayReadMetrics } from '@/lib/process-metrics'

/** Metrics for Prometheus, protected by METRICS_TOKEN; 404 if no token is set. See docs/deploy.md. */
export async function GET(request: Request) {
  await connection()
  const headers = { 'Cache-Control': 'no-store' }
  const may = mayReadMetrics(request.headers.get('authorization'))
  if (may === undefined) return new Response('Not found\n', { status: 404, headers })
  if (!may) {
    return new Response('Send the header Authorization: Bearer <METRICS_TOKEN>.\n', {
      ...{ status: 401, headers: { ...headers, 'WWW-Authenticate': 'Bearer' } },
    })
  }
  const type = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }
  return new Response(await getMetricsText(), { headers: { ...headers, ...type } })
}
