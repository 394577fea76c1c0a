import { noRevocations, parsePreviews, revocationStamp } from '@/lib/content/previews'
import { createPreviewToken, tokenExpiry, tokenId, verifyPreviewToken } from '@/lib/preview-token'

const read = (text: string) => parsePreviews({ path: 'previews.yml', bytes: Buffer.from(text) })
const date = '2026-05-20T10:00:00.000Z'

test('what the file revokes, and nothing where it says nothing', () => {
  expect(
    read(`all: ${date}\nposts:\n  chips: ${date}\ntokens:\n  "0123456789abcdef": ${date}\n`).value,
  ).toEqual({
    ...{ all: date, posts: { chips: date }, tokens: { '0123456789abcdef': date } },
  })
  for (const empty of ['', '\n', '# nothing yet\n', '# one\n\n# two'])
    expect(read(empty).value).toEqual(noRevocations)
})

test('a mistyped file is an error with its place, never less revoked than was meant', () => {
  for (const [text, message] of [
    [`al: ${date}`, 'Unknown key "al". Write all, posts or tokens.'],
    ['all: yesterday', 'Write a moment in UTC: 2026-03-16T10:00:00.000Z.'],
    [`posts:\n  Chips Act: ${date}`, 'Write the slug of a post, as in its address.'],
    [`tokens:\n  xyz: ${date}`, 'Write 16 digits 0 to 9 and a to f, as the command does.'],
  ] as const) {
    const { value, problems } = read(text)
    expect(value).toBeUndefined()
    expect(problems).toMatchObject([
      { file: 'previews.yml', line: expect.any(Number), severity: 'error', message },
    ])
  }
  for (const text of [
    'all:',
    '- all',
    'all: &x y',
    '\ufffe',
    'posts: [chips]',
    'tokens: 0123456789abcdef',
    'x'.repeat(70_000),
  ]) {
    const { value, problems } = read(text)
    expect({ text: text.slice(0, 20), value }).toEqual({ text: text.slice(0, 20), value: undefined })
    expect(problems.some(({ severity }) => severity === 'error')).toBe(true)
  }
})

test('a revocation ends the tokens made before it, of its post alone or of all, whatever a clock says', () => {
  const secret = 'x'.repeat(32)
  const now = Date.parse('2026-05-20T12:00:00Z')
  const make = (slug: string, revoked = noRevocations) =>
    createPreviewToken(secret, slug, now + 3_600_000, revocationStamp(revoked, slug))
  const opens = (slug: string, token: string, revoked = noRevocations) =>
    verifyPreviewToken(secret, slug, token, now, revocationStamp(revoked, slug)) !== undefined
  const [chips, other] = [make('chips'), make('other')]
  // By a computer whose clock is years behind or ahead.
  for (const at of ['2001-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z']) {
    const one = { posts: { chips: at }, tokens: {} }
    expect([opens('chips', chips, one), opens('other', other, one)]).toEqual([false, true])
    expect(opens('chips', make('chips', one), one)).toBe(true)
    const all = { all: at, posts: {}, tokens: {} }
    expect([opens('chips', chips, all), opens('other', other, all)]).toEqual([false, false])
    expect(opens('chips', make('chips', one), all)).toBe(false)
    expect(opens('chips', make('chips', all))).toBe(false)
  }
})

test('a post called like something every object has is not revoked by that', () => {
  expect(revocationStamp(noRevocations, 'constructor')).toBe('')
  expect(revocationStamp(noRevocations, '__proto__')).toBe('')
})

test('the name of a token does not give it away, and its time can be read', () => {
  const token = createPreviewToken('x'.repeat(32), 'chips', 1_779_278_400_000)
  expect(tokenId(token)).toMatch(/^[0-9a-f]{16}$/)
  expect(tokenExpiry(token)).toBe(1_779_278_400_000)
  expect(tokenExpiry('chips')).toBeUndefined()
})
