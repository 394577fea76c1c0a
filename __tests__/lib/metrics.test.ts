import { addMetric, count, exposition } from '@/lib/metrics'
import { mayReadMetrics } from '@/lib/process-metrics'

const token = 'm'.repeat(32)
afterEach(() => void delete process.env.METRICS_TOKEN)

test('counters stand there from the first scrape on, with their help and type', async () => {
  expect(await exposition()).toContain(
    '# HELP copydesk_publication_failures_total Publications that failed since the process started.\n' +
      '# TYPE copydesk_publication_failures_total counter\ncopydesk_publication_failures_total 0\n',
  )
  count('copydesk_deliveries_refused_total', { status: '401' })
  count('copydesk_deliveries_refused_total', { status: '401' })
  count('copydesk_deliveries_refused_total', { status: '413' })
  const text = await exposition()
  expect(text).toContain(
    'copydesk_deliveries_refused_total{status="401"} 2\ncopydesk_deliveries_refused_total{status="413"} 1\n',
  )
})

test('every line is one of the format, whatever labels hold, and a metric that fails is left out', async () => {
  addMetric({
    ...{ name: 'copydesk_odd', help: 'Two\nlines \\ here.', type: 'gauge' },
    collect: () => [{ labels: { file: 'a"b\\c\nd 1' }, value: Number.POSITIVE_INFINITY }],
  })
  addMetric({
    ...{ name: 'copydesk_fails', help: 'Fails.', type: 'gauge' },
    collect: () => Promise.reject(new Error('no')),
  })
  const text = await exposition()
  const line =
    /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_]+="(?:[^"\\\n]|\\["\\n])*"(,[a-z_]+="(?:[^"\\\n]|\\["\\n])*")*\})? (-?\d+(\.\d+)?(e[+-]?\d+)?|NaN|[+-]Inf))$/
  expect(
    text
      .trimEnd()
      .split('\n')
      .filter((each) => !line.test(each)),
  ).toEqual([])
  expect(text).toContain('copydesk_odd{file="a\\"b\\\\c\\nd 1"} +Inf\n')
  expect(text).not.toContain('copydesk_fails')
  expect(text.endsWith('\n')).toBe(true)
})

test('the token opens them, no other does, and without one they are switched off', () => {
  expect(mayReadMetrics(`Bearer ${token}`)).toBeUndefined()
  process.env.METRICS_TOKEN = 'short'
  expect(mayReadMetrics('Bearer short')).toBeUndefined()
  process.env.METRICS_TOKEN = token
  expect(mayReadMetrics(`Bearer ${token}`)).toBe(true)
  for (const wrong of [
    null,
    '',
    token,
    `Basic ${token}`,
    `Bearer ${token}m`,
    `Bearer ${token.slice(1)}`,
    'Bearer',
    `Bearer ${token} x`,
  ])
    expect(mayReadMetrics(wrong)).toBe(false)
})
