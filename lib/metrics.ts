/**
 * Numbers for Prometheus. Anybody may count or add a metric; app/metrics/route.ts sends them. They belong to the process, not to
 * a module: the bundler makes a copy of this module for each route.
 */
export type Sample = { labels?: Record<string, string>; value: number }
export type Metric = {
  /** In the base unit, with the unit in it and `_total` at the end of counters: `copydesk_publications_total`. */
  name: string
  help: string
  type: 'counter' | 'gauge'
  /** Asked at each scrape. One that throws is left out. */
  collect: () => Sample[] | Promise<Sample[]>
}

type Store = {
  metrics: Map<string, Metric>
  counts: Map<string, Map<string, Sample>>
  lastPublication?: number
}
const key = Symbol.for('copydesk.metrics')
const shared = globalThis as { [key]?: Store }
shared[key] ??= { metrics: new Map(), counts: new Map() }
const store: Store = shared[key]

/** Adds a metric, or puts another in place of the one of that name. */
export function addMetric(metric: Metric): void {
  store.metrics.set(metric.name, metric)
}

const counters = {
  copydesk_publications_total: 'Publications since the process started, by their source: webhook or follow.',
  copydesk_publication_failures_total: 'Publications that failed since the process started.',
  copydesk_deliveries_refused_total: 'Deliveries to the webhook that were refused, by status.',
  copydesk_refresh_failures_total: 'Pages that could not be made anew after a change.',
  copydesk_http_responses_total: 'Responses since the process started, by class of status.',
} as const
export type Counter = keyof typeof counters

/** Counts one more. Labels are few and fixed: each combination is kept until the process ends. */
export function count(name: Counter, labels: Record<string, string> = {}, by = 1): void {
  const series = store.counts.get(name) ?? new Map<string, Sample>()
  store.counts.set(name, series)
  const id = JSON.stringify(labels)
  series.set(id, { labels, value: (series.get(id)?.value ?? 0) + by })
}

/** Counts an answer by the class of its status: 2xx, 3xx … */
export const countResponse = (status: number): void =>
  count('copydesk_http_responses_total', { class: `${Math.floor(status / 100)}xx` })

/** Remembers that readers can see a publication now. */
export function countPublication(source: 'webhook' | 'follow'): void {
  count('copydesk_publications_total', { source })
  store.lastPublication = Date.now()
}

/** When the last publication was, in milliseconds since 1970; undefined where there was none since the start. */
export const lastPublication = (): number | undefined => store.lastPublication

/** All metrics as the text that Prometheus reads (version 0.0.4). */
export async function exposition(): Promise<string> {
  const own = Object.entries(counters).map(
    ([name, help]): Metric => ({
      ...{ name, help, type: 'counter' },
      // A counter that is missing until it counts would hide its first event from rate().
      collect: () => [...(store.counts.get(name)?.values() ?? [{ value: 0 }])],
    }),
  )
  const parts = await Promise.all([...own, ...store.metrics.values()].map(family))
  return parts.join('')
}

async function family({ name, help, type, collect }: Metric): Promise<string> {
  const samples = await Promise.resolve()
    .then(collect)
    .catch(() => [])
  if (samples.length === 0) return ''
  const lines = samples.map(({ labels = {}, value }) => `${name}${labelsOf(labels)} ${numberOf(value)}`)
  return [
    `# HELP ${name} ${help.replace(/\\/g, '\\\\').replace(/\n/g, '\\n')}`,
    `# TYPE ${name} ${type}`,
    ...lines,
    '',
  ].join('\n')
}

function labelsOf(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`,
  )
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

const numberOf = (value: number) =>
  Number.isNaN(value) ? 'NaN' : Number.isFinite(value) ? String(value) : value > 0 ? '+Inf' : '-Inf'
