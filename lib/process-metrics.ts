import { createHash, timingSafeEqual } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import { readdirSync, readFileSync } from 'node:fs'
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks'
import { addMetric, countResponse, lastPublication, type Sample } from '@/lib/metrics'

/** The shortest METRICS_TOKEN that is taken. */
export const minTokenLength = 32

/** The token that opens /metrics; undefined where none is set that is long enough. */
export function metricsToken(): string | undefined {
  const token = process.env.METRICS_TOKEN?.trim() ?? ''
  return token.length >= minTokenLength ? token : undefined
}

/** Whether the header `Authorization: Bearer …` opens /metrics; undefined where it is switched off. Takes as long for every wrong one. */
export function mayReadMetrics(authorization: string | null): boolean | undefined {
  const token = metricsToken()
  if (token === undefined) return undefined
  const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? ''
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}

/**
 * Measures this process, from the start of the server on, where METRICS_TOKEN is set. Answers are counted where Node says that one is
 * finished, whoever made it. Names are those of Prometheus' client for Node, so that its dashboards fit.
 */
export function measureProcess(): void {
  if (metricsToken() === undefined) return
  subscribe('http.server.response.finish', (message) => {
    const { response } = message as { response?: { statusCode?: number } }
    if (response?.statusCode) countResponse(response.statusCode)
  })
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const gauge = (name: string, help: string, value: () => number) =>
    addMetric({ name, help, type: 'gauge', collect: () => [{ value: value() }] })

  gauge('process_resident_memory_bytes', 'Memory that the process holds.', () => process.memoryUsage.rss())
  gauge('nodejs_heap_size_used_bytes', 'Heap that is used.', () => process.memoryUsage().heapUsed)
  gauge('nodejs_heap_size_total_bytes', 'Heap that Node has taken.', () => process.memoryUsage().heapTotal)
  gauge('nodejs_external_memory_bytes', 'Memory outside the heap.', () => process.memoryUsage().external)
  gauge('process_start_time_seconds', 'When the process started.', () => performance.timeOrigin / 1000)
  addMetric({
    ...{ name: 'process_cpu_seconds_total', help: 'Processor time used.', type: 'counter' },
    collect: () => [{ value: (process.cpuUsage().user + process.cpuUsage().system) / 1e6 }],
  })
  addMetric({
    ...{ name: 'process_open_fds', help: 'Open files and connections.', type: 'gauge' },
    collect: () => [{ value: readdirSync('/proc/self/fd').length }],
  })
  addMetric({
    ...{ name: 'copydesk_event_loop_delay_seconds', type: 'gauge' },
    help: 'How late the event loop was since the last scrape: median, 99th percentile and longest.',
    collect: () => delays(delay),
  })
  addMetric({
    ...{ name: 'copydesk_build_info', help: 'Which code runs. Always 1.', type: 'gauge' },
    collect: () => [{ labels: { version: version(), build: buildId(), node: process.version }, value: 1 }],
  })
  addMetric({
    ...{ name: 'copydesk_last_publication_age_seconds', type: 'gauge' },
    help: 'Seconds since the last publication of this process; missing where there was none since its start.',
    collect: () => [lastPublication()].flatMap((at) => (at ? [{ value: (Date.now() - at) / 1000 }] : [])),
  })
}

function delays(delay: IntervalHistogram): Sample[] {
  const at = (quantile: string, nanoseconds: number) => ({
    ...{ labels: { quantile }, value: Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0 },
  })
  const samples = [at('0.5', delay.percentile(50)), at('0.99', delay.percentile(99)), at('1', delay.max)]
  delay.reset()
  return samples
}

/** Neither is there on every host: a function of Vercel has no build folder. */
function version(): string {
  return fileOr('package.json', (text) => String(JSON.parse(text).version))
}
const buildId = () => fileOr('.next/BUILD_ID', (text) => text.trim())

function fileOr(path: string, read: (text: string) => string): string {
  try {
    return read(readFileSync(path, 'utf8'))
  } catch {
    return 'unknown'
  }
}
