import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { asksForMarkdown, decideRequest, maxPathLength } from '@/lib/next/request-gate'
// @ts-expect-error It has no types of its own.
import config from '@/next.config.js'

const get = (target: string, headers = {}, method = 'GET') => decideRequest({ method, target, headers })
const statusOf = (...request: Parameters<typeof get>) => {
  const decision = get(...request)
  return decision.action === 'pass' ? 200 : decision.status
}
const passed = (...request: Parameters<typeof get>) => {
  const decision = get(...request)
  if (decision.action !== 'pass') throw new Error(`refused: ${decision.text}`)
  return decision
}

describe('P19: what Next sees of a request', () => {
  test('is the same, whatever headers come with it', () => {
    const clean = passed('/about')
    const internal = [
      ...['x-middleware-prefetch', 'x-middleware-subrequest', 'x-middleware-rewrite', 'x-nextjs-data'],
      ...['x-now-route-matches', 'x-matched-path', 'x-vercel-id', 'x-invoke-path', 'x-prerender-revalidate'],
      ...['rsc', 'next-router-prefetch', 'next-router-state-tree', 'next-action', 'next-resume', 'next-url'],
      ...[
        'x-forwarded-host',
        'x-forwarded-proto',
        'x-rewrite-url',
        'x-original-url',
        'x-http-method-override',
      ],
      ...['user-agent', 'cookie', 'authorization', 'accept-language', 'purpose', 'sec-fetch-dest', 'host'],
      ...['accept_encoding', 'x_middleware_prefetch', 'connection', 'expect', 'upgrade', 'cache-control'],
      ...['content-security-policy', 'traceparent', '__proto__', 'constructor'],
    ]
    const header = fc.oneof(fc.constantFrom(...internal), fc.stringMatching(/^x-[a-z-]{1,20}$/))
    fc.assert(
      fc.property(fc.dictionary(header, fc.string()), (headers) => {
        expect(passed('/about', headers)).toEqual(clean)
      }),
    )
  })

  test('is the same, whatever query comes with it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (query) => {
        expect(passed(`/about?${query}`)).toEqual(passed('/about'))
      }),
    )
  })

  test.each([
    ['/search?utm_source=x&q=chips&page=2&_rsc=1', '/search?q=chips&page=2'],
    ['/search?q=a&q=b&%71=c', '/search?q=a'],
    ['/search?nxtPq=1&__nextDataReq=1', '/search'],
    ['/search/suggest?q=a&page=2', '/search/suggest?q=a'],
    ['/preview/x?token=t&x', '/preview/x?token=t'],
    ['/_next/image?url=%2Fa.png&w=640&q=75&v=1', '/_next/image?url=%2Fa.png&w=640&q=75'],
    ['/search-engines-compared?q=a', '/search-engines-compared'],
    ['/search?', '/search'],
  ])('%s is %s', (target, expected) => {
    expect(passed(target).target).toBe(expected)
  })

  test.each([
    '/index',
    '/index/',
    '/none.rsc',
    '/_next/data/x/y.json',
    '/[slug]',
    '/%5Bslug%5D',
    '/_global-error',
    '/_next/',
    '/a/[...rest]',
  ])('%s is an address of Next, and the site has none there', (target) => {
    expect(passed(target).target).toBe('/-')
  })

  test('files may have brackets in their names', () => {
    expect(passed('/assets/a%5B1%5D.png').target).toBe('/assets/a%5B1%5D.png')
  })
})

describe('P11: odd addresses end at the gate', () => {
  test.each([
    ...['/x/%E0%A4%A', '/%', '/%zz', '/%ff', '/%c0%80', '/%ed%a0%80', '*', '', 'about', 'ftp://x/', '/%00'],
    ...['//evil.test', '/a//b', '/\\evil.test', '/%5cevil.test', '/a%2fb', '/%25', '/..', '/.', '/a/../b'],
    ...['/a/%2e%2E/b', '/.%2e/b', '/a/.', '/x\ty', '/\u00ff', '/#x', '/%0d%0aLocation:x', '/%7f', '/a%1fb'],
  ])('%j is refused', (target) => {
    expect(statusOf(target)).toBe(400)
  })

  test('a long one is refused', () => {
    expect(statusOf(`/${'a'.repeat(maxPathLength)}`)).toBe(414)
    expect(statusOf(`/${'a'.repeat(maxPathLength - 1)}`)).toBe(200)
  })

  test.each([
    ['http://evil.test/about?x=1', '/about'],
    ['HTTPS://user@evil.test:1', '/'],
    ['http://evil.test?x', '/'],
  ])('%s is %s of this site, as RFC 9112 has it', (target, expected) => {
    expect(passed(target).target).toBe(expected)
  })

  test.each([
    ['/%61bout', '/about'],
    ['/%61ssets/images/evil.svg?x', '/assets/images/evil.svg'],
    ['/caf%c3%a9', '/caf%C3%A9'],
    ['/se%61rch?q=x&y=z', '/search?q=x'],
    ['http://evil.test/%61bout', '/about'],
  ])('Next gets one spelling of %s, %s', (target, expected) => {
    expect(passed(target).target).toBe(expected)
  })

  test('what passes is a path of this site, and passes unchanged the next time', () => {
    const pieces = [
      '/',
      '\\',
      '%2f',
      '%5c',
      '//',
      '.',
      '%2e',
      '%61',
      'a',
      ':',
      '@',
      '%',
      'http:',
      '?',
      '#',
      ';',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (some) => {
        const decision = get(`/${some.join('')}`)
        if (decision.action === 'refuse') return expect(decision.status).toBe(400)
        expect(new URL(decision.target, 'https://own.test').origin).toBe('https://own.test')
        expect(passed(decision.target).target).toBe(decision.target)
      }),
      { numRuns: 2000 },
    )
  })

  test('a slash at the end is taken away by Next, which keeps what was asked', () => {
    expect(passed('/category/news/?from=x').target).toBe('/category/news/?from=x')
    expect(passed('/archive/?utm_source=x').target).toBe('/archive/?utm_source=x')
    for (const own of ['_rsc=1', 'a=b&nxtPslug=x', '__nextDataReq=1', '%5Frsc=1', 'NXTIx'])
      expect(passed(`/category/news/?${own}`).target).toBe('/category/news/')
    expect(passed('/?from=x').target).toBe('/')
  })
})

describe('nothing but the webhook takes a body', () => {
  const spellings = [
    ...['/API/revalidate', '/api/Revalidate', '/%61pi/revalidate', '//api/revalidate', '/api//revalidate'],
    ...[
      '/api/revalidate/',
      '/api/revalidate;x',
      '/api/revalidate?x',
      '/api/revalidate?',
      '/api/./revalidate',
    ],
    ...['/x/../api/revalidate', 'http://evil.test/api/revalidate', '/api/revalidate%20', '/api/revalidate#x'],
    ...['/index', '/', '/about', '*', '/api/refused', '/_next/image', '/api/revalidate.rsc'],
  ]
  test.each(spellings)('POST %s is refused', (target) => {
    expect(statusOf(target, { 'content-length': '1' }, 'POST')).toBe(405)
    expect(statusOf(target, { 'next-action': 'x' }, 'POST')).toBe(405)
  })

  test.each(['PUT', 'DELETE', 'TRACE', 'PATCH', 'OPTIONS', 'post', 'QUERY', 'PROPFIND'])(
    '%s is refused',
    (method) => {
      expect(get('/about', {}, method)).toMatchObject({ status: 405, headers: { Allow: 'GET, HEAD' } })
      expect(get('/api/revalidate', {}, method)).toMatchObject({ status: 405, headers: { Allow: 'POST' } })
    },
  )

  test('a body with a GET is refused, however it is announced', () => {
    expect(statusOf('/about', { 'transfer-encoding': 'chunked' })).toBe(405)
    expect(statusOf('/about', { 'content-length': '1' })).toBe(405)
    expect(statusOf('/about', { 'content-length': '00' })).toBe(200)
  })

  test('the webhook gets what GitHub signs, and no id of a function', () => {
    const headers = { 'x-hub-signature-256': 'sha256=x', 'content-length': '2', 'next-action': 'x', rsc: '1' }
    expect(passed('/api/revalidate', headers, 'POST').headers).toEqual({
      ...{ host: 'localhost', 'x-hub-signature-256': 'sha256=x', 'content-length': '2' },
    })
  })
})

describe('one rule decides who gets Markdown', () => {
  const cases: [accept: string, isMarkdown: boolean][] = [
    ...(['text/markdown', 'TEXT/Markdown', ' text/markdown', 'text/markdown, */*'] as const).map(
      (accept): [string, boolean] => [accept, true],
    ),
    ['text/markdown;q=1', true],
    ['text/markdown; Q=1.000, text/html', true],
    ['text/markdown; variant=GFM; q=1', true],
    ['text/markdown;charset=utf-8', true],
    ['text/markdown;q=0', false],
    ['text/markdown ; q=0.9, text/html;q=0.1', false],
    ['text/markdown;variant=GFM;q=0', false],
    ['text/html, text/markdown', false],
    ['text/markdownish', false],
    ['xtext/markdown', false],
    ['text/*', false],
    ['*/*', false],
    ['', false],
  ]
  test.each(cases)('%j: %s', async (accept, isMarkdown) => {
    expect(asksForMarkdown.test(accept)).toBe(isMarkdown)
    expect(passed('/about', { accept }).headers.accept).toBe(isMarkdown ? 'text/markdown' : undefined)
    const rewrites = (await config.rewrites?.()) as {
      beforeFiles: { has?: { key: string; value?: string }[] }[]
    }
    const rule = rewrites.beforeFiles.flatMap(({ has }) => has ?? []).find(({ key }) => key === 'accept')
    expect(new RegExp(`^${rule?.value}$`).test(accept)).toBe(isMarkdown)
  })

  test('nginx has the same', () => {
    const written = /"~\*(.+)" text\/markdown;/.exec(readFileSync('deploy/nginx.conf', 'utf8'))?.[1]
    expect(written?.replaceAll('/', '\\/')).toBe(asksForMarkdown.source)
    expect(asksForMarkdown.flags).toBe('i')
  })
})
