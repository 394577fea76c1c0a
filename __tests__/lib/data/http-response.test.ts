import { respond, toCachedText } from '@/lib/data/http-response'

const made = Date.parse('2026-03-16T10:00:00.500Z')
const answer = toCachedText('<rss/>', made)
const ask = (headers: Record<string, string> = {}, found = answer) =>
  respond(new Request('https://inference.example/feed.xml', { headers }), found, {
    'content-type': 'application/xml',
    vary: 'accept',
  })

test('who asks for the first time gets the text with what to ask by next time', async () => {
  const response = ask()
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('<rss/>')
  expect(response.headers.get('etag')).toMatch(/^W\/"[\w-]{43}"$/)
  expect(response.headers.get('last-modified')).toBe('Mon, 16 Mar 2026 10:00:00 GMT')
})

test.each([
  ['the same tag', { 'if-none-match': answer.etag }],
  ['the tag as a strong one', { 'if-none-match': answer.etag.slice(2) }],
  ['the tag among others', { 'if-none-match': `"a,b", W/"x", ${answer.etag}` }],
  ['anything', { 'if-none-match': '*' }],
  ['the moment it was made', { 'if-modified-since': 'Mon, 16 Mar 2026 10:00:00 GMT' }],
  ['a later moment', { 'if-modified-since': 'Tue, 17 Mar 2026 10:00:00 GMT' }],
])('who has %s gets 304 without a text, and the validators again', async (_, headers) => {
  const response = ask(headers)
  expect(response.status).toBe(304)
  expect(await response.text()).toBe('')
  expect(response.headers.get('etag')).toBe(answer.etag)
  expect(response.headers.get('cache-control')).toContain('max-age=60')
  expect(response.headers.get('vary')).toBe('accept')
  expect(response.headers.get('content-type')).toBeNull()
})

test.each([
  ['another tag', { 'if-none-match': 'W/"x"' }],
  ['a tag without its quotes', { 'if-none-match': answer.etag.replaceAll('"', '') }],
  [
    'an empty list, however new',
    { 'if-none-match': '', 'if-modified-since': 'Mon, 16 Mar 2037 10:00:00 GMT' },
  ],
  ['a moment before', { 'if-modified-since': 'Mon, 16 Mar 2026 09:59:59 GMT' }],
  ['no date at all', { 'if-modified-since': 'yesterday' }],
  [
    'another tag, however new',
    { 'if-none-match': 'W/"x"', 'if-modified-since': 'Mon, 16 Mar 2037 10:00:00 GMT' },
  ],
])('who has %s gets the text', (_, headers) => {
  expect(ask(headers).status).toBe(200)
})

test('other text, other tag; the same text made again, the same tag', () => {
  expect(toCachedText('<rss></rss>', made).etag).not.toBe(answer.etag)
  expect(toCachedText('<rss/>', made + 1).etag).toBe(answer.etag)
})

test('what is not there is a 404 for a minute', () => {
  const response = respond(new Request('https://inference.example/x'), undefined, {})
  expect(response.status).toBe(404)
  expect(response.headers.get('cache-control')).toBe(
    'public, max-age=60, s-maxage=2, stale-while-revalidate=8',
  )
})
