import { exposition } from '@/lib/metrics'
import { logPublication } from '@/lib/publish/publication-log'
import { handleWebhook } from '@/lib/publish/webhook'
import { signBody } from '@/lib/publish/webhook-signature'

const secret = 'r'.repeat(32)
const lines: string[] = []
const { log } = console

beforeEach(() => {
  lines.length = 0
  console.log = (line: string) => void lines.push(line)
  process.env.REVALIDATE_SECRET = secret
  process.env.LOG_FORMAT = 'json'
})
afterEach(() => {
  console.log = log
  delete process.env.REVALIDATE_SECRET
  delete process.env.LOG_FORMAT
})
const logged = () => lines.map((line) => JSON.parse(line))
const deliver = (body: string, headers: Record<string, string> = {}) =>
  handleWebhook(new Request('http://localhost/api/revalidate', { method: 'POST', body, headers }))
const signed = (body: string) => ({ 'x-hub-signature-256': signBody(body, secret) })

test('each refused delivery is a line that says why, and each ignored one', async () => {
  await deliver('{}', { 'x-github-delivery': 'abc-1' })
  await deliver('x'.repeat(2_000_000))
  await deliver('no json', signed('no json'))
  await deliver('no json', signed('no json'))
  await deliver('{"zen":1}', { ...signed('{"zen":1}'), 'x-github-event': 'ping' })
  expect(logged()).toMatchObject([
    {
      level: 'warn',
      event: 'delivery-refused',
      status: 401,
      reason: 'The signature is missing or wrong.',
      delivery: 'abc-1',
    },
    { event: 'delivery-refused', status: 413 },
    { event: 'delivery-refused', status: 400, reason: 'The body is not JSON.' },
    { event: 'delivery-refused', status: 409 },
    { level: 'info', event: 'delivery-ignored', reason: 'event ping' },
  ])
  expect(lines.join()).not.toContain(secret)
})

test('an id that is none is not taken over, and a flood of refusals does not flood the log', async () => {
  await deliver('{}', { 'x-github-delivery': 'a b' })
  expect(logged()[0]).not.toHaveProperty('delivery')
  for (let i = 0; i < 100; i++) await deliver('{}')
  // At most 20 a minute, and a minute may end in between.
  expect(lines.length).toBeLessThanOrEqual(41)
  expect(await exposition()).toMatch(/copydesk_deliveries_refused_total\{status="401"\} 10\d/)
})

test('a publication is a line, and each file held back one with the place of its first error and no word of the text', () => {
  const problem = (file: string, line: number, message: string) => ({
    ...{ file, line, column: 3, severity: 'error' as const, rule: 'mdx', message },
  })
  const report = {
    ...{ added: 1, updated: 2, removed: 0, quarantined: ['posts/a.md', 'posts/b\nc.md'] },
    problems: [problem('posts/a.md', 4, 'secret headline'), problem('posts/a.md', 9, 'secret headline')],
  }
  logPublication('follow', report, { commit: 'c'.repeat(40) })
  expect(logged()).toEqual([
    expect.objectContaining({
      event: 'publication',
      source: 'follow',
      commit: 'cccccccccc',
      added: 1,
      updated: 2,
      removed: 0,
      heldBack: 2,
    }),
    expect.objectContaining({ event: 'held-back', file: 'posts/a.md', line: 4, column: 3, rule: 'mdx' }),
    expect.objectContaining({ event: 'held-back', file: 'posts/b\nc.md', rule: 'unreadable' }),
  ])
  expect(lines.join()).not.toContain('secret')
  expect(lines.filter((line) => line.includes('\n'))).toEqual([])
  // Said once, again when another error is the first, and when it is over.
  lines.length = 0
  logPublication('follow', report)
  logPublication('follow', {
    ...report,
    quarantined: ['posts/a.md'],
    problems: [problem('posts/a.md', 5, '')],
  })
  expect(logged().map(({ event, file }) => [event, file])).toEqual([
    ['publication', undefined],
    ['publication', undefined],
    ['held-back-over', 'posts/b\nc.md'],
    ['held-back', 'posts/a.md'],
  ])
})
