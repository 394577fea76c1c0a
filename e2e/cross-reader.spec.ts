import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage } from 'node:http'
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { HTML_LIMITED_BOT_UA_RE } from 'next/dist/shared/lib/router/utils/html-bots.js'
import { hasNginx, serveThroughNginx } from './nginx'
import { pageKinds } from './pages'
import { rawBytes, rawRequest } from './raw-request'

/** SEED=1234 repeats a run, FUZZ=20 makes it twenty times as long. */
const seed = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31))
const times = Number(process.env.FUZZ ?? 1)
const port = Number(process.env.E2E_PORT ?? 3210)

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const article = pageKinds.article
const oldAddress = `/2023/03/14${article}.html`

/** What a victim may ask for: one address of each kind. */
const victims = [
  ...['/', article, '/about', '/category/news', '/archive/2024/03', '/lite', `${article}.md`, '/feed.xml'],
  ...['/sitemap.xml', '/robots.txt', '/search', '/search?q=chips', '/search/suggest?q=chips', oldAddress],
  ...['/archive/', '/there-is-no-such-page', '/a/b/c/d', '/index', '/none.rsc', '/search-engines-compared'],
  ...[
    '/assets/images/gpt-4.svg',
    '/favicon.ico',
    '/sw.js',
    '/-',
    '/_next/static/none.js',
    '/og/none/card.png',
  ],
]

type Seen = { status: number; headers: Record<string, string>; body: string }

const telling =
  /^(content-type|content-security-policy|content-language|cache-control|location|link|refresh|set-cookie|vary|x-robots-tag|access-control-|etag|content-range|content-encoding|x-nextjs-(?!cache$)|x-matched|x-middleware)/

/** What a reader with a usual browser gets. How long a page may still be kept counts down, and is left out. */
async function clean(base: string, path: string, headers: Record<string, string> = {}): Promise<Seen> {
  const answer = await rawRequest(base, path, { headers: { Accept: browser, ...headers } })
  const isMissing = answer.status === 404
  const told = [...answer.headers].filter(([name]) => telling.test(name) && !(isMissing && name === 'etag'))
  const body = withoutChunks(answer.body)
  return {
    status: answer.status,
    headers: Object.fromEntries(
      told.map(([name, value]) => [name, value.replaceAll(/(s-maxage|revalidate)=\d+/g, '$1=…')]),
    ),
    // After its minute Next makes the page for a missing address with some scripts in another order.
    body: isMissing ? (/<main[\s\S]*<\/main>/.exec(body)?.[0] ?? body) : body,
  }
}

/** Chunks are cut as the network likes. */
const withoutChunks = (body: string) => body.replaceAll(/(^|\r\n)[0-9a-f]+\r\n/g, '')

const names = [
  ...['x-middleware-prefetch', 'x-middleware-subrequest', 'x-middleware-rewrite', 'x-middleware-invoke'],
  ...['x-middleware-skip', 'x-middleware-override-headers', 'x-middleware-request-rsc', 'x-nextjs-data'],
  ...[
    'x-nextjs-rewritten-path',
    'x-nextjs-rewritten-query',
    'x-nextjs-html-request-id',
    'x-now-route-matches',
  ],
  ...['x-matched-path', 'x-vercel-id', 'x-vercel-revalidate', 'x-invoke-path', 'x-invoke-status'],
  ...[
    'x-invoke-query',
    'x-prerender-revalidate',
    'x-prerender-revalidate-if-generated',
    'x-prerender-bypass-mode',
  ],
  ...['rsc', 'next-url', 'next-action', 'next-resume', 'next-router-prefetch', 'next-router-state-tree'],
  ...['next-router-segment-prefetch', 'next-hmr-refresh', 'next-instant-navigation-testing-prefetch'],
  ...[
    'x-next-resume-state-length',
    'x-next-cache-tags',
    'x-next-revalidated-tags',
    'x-next-revalidate-tag-token',
  ],
  ...['purpose', 'sec-purpose', 'sec-fetch-dest', 'sec-fetch-mode', 'x-forwarded-host', 'x-forwarded-proto'],
  ...[
    'x-forwarded-port',
    'x-forwarded-for',
    'forwarded',
    'x-rewrite-url',
    'x-original-url',
    'x-http-method-override',
  ],
  ...[
    'user-agent',
    'cookie',
    'authorization',
    'accept',
    'accept-encoding',
    'accept-language',
    'range',
    'if-range',
  ],
  ...['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since', 'cache-control', 'pragma'],
  ...['content-type', 'content-length', 'transfer-encoding', 'expect', 'upgrade', 'connection', 'te', 'via'],
  ...['x-accel-redirect', 'x-accel-expires', 'content-security-policy', 'referer', 'origin', 'host', 'dpr'],
]
const values = [
  ...[
    '1',
    '2',
    '0',
    '',
    'true',
    'evil.test',
    '/about',
    'https',
    '*',
    'none',
    '/_tree',
    '/[slug]',
    'GET',
    'POST',
  ],
  ...[
    'text/markdown',
    'text/markdown;q=0',
    'text/html;q=0',
    'TEXT/MARKDOWN',
    'image/avif',
    'text/x-component',
  ],
  ...[
    'gzip',
    'br',
    'identity;q=0',
    'Bingbot',
    'Googlebot',
    'bytes=0-9',
    'bytes=99999999-',
    'bytes=-1,0-0',
    'W/"x"',
  ],
  ...[
    'image',
    'script',
    'empty',
    'prefetch',
    'no-cache',
    'chunked',
    'close',
    'upgrade',
    'websocket',
    'h2c',
    '100-continue',
  ],
  ...[
    '__prerender_bypass=x; __next_preview_data=y',
    'next-instant-navigation-testing=1',
    'multipart/form-data',
  ],
  ...['%5B%22%22%5D', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Thu, 01 Jan 2099 00:00:00 GMT', 'rsc', 'accept'],
]
/** Names in odd cases, with underscores; one header more than once. */
const header = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...values), fc.nat(5))
  .map(([name, value, form]) => {
    const written = [name.toUpperCase(), name.replaceAll('-', '_')][form - 4] ?? name
    return `${written}: ${value}`
  })
const query = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '?',
    '?_rsc=1',
    '?x=1',
    '?__nextDataReq=1',
    '?nxtPslug=x',
    '?nxtIslug=x',
    '?__nextppronly=1',
  ],
  ...[
    '?amp=1',
    '?__nextLocale=x',
    '?q=<script>',
    '?_next_skip_middleware',
    '?q=a&q=b',
    '?dpl=1',
    '?__nextFallback=1',
  ],
)
const method = fc.constantFrom(
  ...[
    'GET',
    'GET',
    'GET',
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'DELETE',
    'PATCH',
    'OPTIONS',
    'TRACE',
    'QUERY',
    'PURGE',
  ],
)
const bodies = fc.constantFrom(
  ...['', '', '', 'x', '0\r\n\r\n', '5\r\nhello\r\n0\r\n\r\n'],
  'GET /there-is-no-such-page HTTP/1.1\r\nHost: x\r\nX-Middleware-Prefetch: 1\r\n\r\n',
  '0\r\n\r\nGET /about HTTP/1.1\r\nHost: x\r\nRsc: 1\r\n\r\n',
  '["x"]',
)
const version = fc.constantFrom(...['1.1', '1.1', '1.1', '1.0'])
const spelling = fc.constantFrom<(path: string) => string>(
  ...[(path: string) => path, (path: string) => path, (path: string) => path],
  (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => `http://evil.test${path}`,
  (path) => `/${path}`,
  (path) => `${path}/`,
  (path) => `${path}.rsc`,
  (path) => path.replace('/', '/./'),
)

type Attack = { path: string; bytes: string }
const attack: fc.Arbitrary<Attack> = fc
  .record({
    path: fc.constantFrom(...victims),
    headers: fc.array(header, { minLength: 1, maxLength: 4 }),
    ...{ query, method, body: bodies, version, spelling },
  })
  .map(({ path, headers, query, method, body, version, spelling }) => {
    const target = spelling(path) + (path.includes('?') ? query.replace('?', '&') : query)
    const lines = [`${method} ${target} HTTP/${version}`, 'Host: localhost', ...headers, 'Connection: close']
    return { path, bytes: `${lines.join('\r\n')}\r\n\r\n${body}` }
  })

/** Each name once with the values that Next looks for, so that no run depends on luck for those that are known. */
const known: Attack[] = victims.flatMap((path) =>
  [
    ...['X-Middleware-Prefetch: 1', 'X-Nextjs-Data: 1', 'Rsc: 1', 'Rsc: 1\r\nNext-Router-Prefetch: 1'],
    ...['Rsc: 1\r\nNext-Router-Prefetch: 1\r\nNext-Router-Segment-Prefetch: /_tree', 'Sec-Fetch-Dest: image'],
    ...[
      'User-Agent: Bingbot',
      'Range: bytes=0-9',
      'Accept: text/markdown',
      'Accept: text/html\r\nAccept: text/markdown',
    ],
    ...['Accept-Encoding: identity', 'If-None-Match: *', 'If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT'],
    ...['If-Match: "x"', 'Host: evil.test', 'X-Forwarded-Host: evil.test\r\nX-Forwarded-Proto: https'],
    ...['Upgrade: websocket\r\nConnection: upgrade', 'Cookie: __prerender_bypass=x', 'Expect: 100-continue'],
  ].map((lines) => ({
    path,
    bytes: `GET ${path} HTTP/1.1\r\n${/^Host/.test(lines) ? '' : 'Host: localhost\r\n'}${lines}\r\n${/Connection/.test(lines) ? '' : 'Connection: close\r\n'}\r\n`,
  })),
)

/** Attacks, then asks as a victim, and compares with what was there before anybody attacked. */
async function compare(base: string, forget: () => void, tries: number) {
  const before = new Map<string, Seen>()
  // Twice: what was just made may come without the headers that it has from the cache.
  for (const _ of [1, 2]) for (const path of victims) before.set(path, await clean(base, path))
  const isHarmless = async ({ path, bytes }: Attack) => {
    forget()
    await rawBytes(base, bytes, { patience: 1_000, silenceIsFine: true })
    expect({ bytes, ...(await clean(base, path)) }).toEqual({ bytes, ...before.get(path) })
  }
  for (const one of known) await isHarmless(one)
  console.log(`SEED=${seed}`)
  await fc.assert(fc.asyncProperty(attack, isHarmless), { seed, numRuns: tries * times, endOnFailure: true })
}

test.describe.configure({ mode: 'default', timeout: 1_800_000 })

test('P19: no request changes what the next reader gets of the server itself', async () => {
  await compare(`http://127.0.0.1:${port}`, () => {}, 400)
})

test('P19: a header that the site has no use for changes nothing, not even for who sends it', async () => {
  const base = `http://127.0.0.1:${port}`
  const ofUse =
    /^(accept|accept-encoding|range|if-range|if-none-match|if-modified-since|content-length|transfer-encoding)$/
  // Those that Node itself acts upon.
  const idle = names.filter((name) => !ofUse.test(name) && !/^(expect|connection)$/.test(name))
  expect(idle.length).toBeGreaterThan(50)
  for (const path of [
    '/',
    article,
    '/search?q=chips',
    '/there-is-no-such-page',
    '/feed.xml',
    '/favicon.ico',
  ]) {
    await clean(base, path)
    const expected = await clean(base, path)
    for (const name of idle)
      for (const value of ['1', 'evil.test', '/about'])
        expect({ path, name, ...(await clean(base, path, { [name]: value })) }).toEqual({
          path,
          name,
          ...expected,
        })
  }
})

test.describe('through nginx', () => {
  test.skip(!hasNginx, 'nginx is not installed here')

  test('P19: no request changes what the next reader gets', async () => {
    const nginx = serveThroughNginx(port + 20, port)
    try {
      await compare(nginx.url, nginx.forget, 400)
    } finally {
      nginx.stop()
    }
  })

  test('P19: nginx by itself lets nothing through but the site’s own headers and parameters', async () => {
    const arrived: IncomingMessage[] = []
    const upstream = createServer((request, response) => {
      arrived.push(request)
      response.end('ok')
    }).listen(port + 22, '127.0.0.1')
    const nginx = serveThroughNginx(port + 21, port + 22)
    try {
      await fc.assert(
        fc.asyncProperty(attack, async ({ bytes }) => {
          nginx.forget()
          await rawBytes(nginx.url, bytes, { patience: 1_000, silenceIsFine: true })
        }),
        { seed, numRuns: 300 * times, endOnFailure: true },
      )
      expect(arrived.length).toBeGreaterThan(50)
      for (const { method, url = '', headers } of arrived) {
        const { accept = '', host, ...rest } = headers
        expect({ method, url, rest }).toEqual({ method, url, rest: { 'accept-encoding': 'gzip' } })
        expect(['', 'text/markdown']).toContain(accept)
        expect(host).toBe('copydesk')
        expect(method).toBe('GET')
        if (/\/\?/.test(url)) continue
        if (!/^\/(s|%73)earch(\/suggest)?\?/.test(url)) expect(url).not.toContain('?')
        expect(url).not.toMatch(/[?&](?!(q|section|author|year|page)=)[^&]/)
      }
    } finally {
      nginx.stop()
      upstream.close()
      upstream.closeAllConnections()
    }
  })

  test('P19: what the server forbids to keep is not kept, nor handed on as if it could be', async () => {
    let answered = 0
    let cacheControl = ''
    const upstream = createServer((_request, response) => {
      response.setHeader('Cache-Control', cacheControl)
      response.end(`answer ${++answered}`)
    }).listen(port + 24, '127.0.0.1')
    const nginx = serveThroughNginx(port + 23, port + 24)
    try {
      for (const forbidden of ['private, no-store', 'no-store', 'Private, max-age=60']) {
        cacheControl = forbidden
        nginx.forget()
        for (const path of [
          '/',
          '/about',
          '/search?q=x',
          '/search/suggest?q=x',
          '/og/x/card.png',
          '/_next/static/x.js',
        ]) {
          const first = await clean(nginx.url, path)
          const second = await clean(nginx.url, path)
          expect({ path, same: first.body === second.body }).toEqual({ path, same: false })
          expect(first.headers['cache-control']).toBe(forbidden)
        }
      }
    } finally {
      nginx.stop()
      upstream.close()
      upstream.closeAllConnections()
    }
  })

  test('P19: neither Host nor an unknown query makes a copy of its own', async () => {
    const nginx = serveThroughNginx(port + 20, port)
    try {
      for (const path of ['/about', article, '/search?q=chips', '/there-is-no-such-page', '/feed.xml']) {
        await clean(nginx.url, path)
        for (const [suffix, headers] of [
          ['utm_source=x', {}],
          ['_rsc=1', {}],
          ['', { Host: 'evil.test' }],
        ] as const) {
          const target = `${path}${suffix && (path.includes('?') ? '&' : '?')}${suffix}`
          const { headers: got } = await rawRequest(nginx.url, target, {
            headers: { Accept: browser, ...headers },
          })
          // Not MISS: the copy is the one that was there, new or old.
          expect({ target, cache: got.get('x-cache') }).toEqual({
            target,
            cache: expect.stringMatching(/^(HIT|UPDATING|STALE|EXPIRED)$/),
          })
        }
      }
    } finally {
      nginx.stop()
    }
  })

  test('P11: nginx makes no redirect of its own, whatever host is named', async () => {
    const nginx = serveThroughNginx(port + 20, port)
    try {
      for (const path of ['/preview', '/og', '/_next/static', '/api/health']) {
        const { status, headers } = await rawRequest(nginx.url, path, { headers: { Host: 'evil.test' } })
        const seen = { path, location: headers.get('location'), isThere: status < 400 }
        expect(seen).toEqual({ path, location: null, isThere: false })
      }
    } finally {
      nginx.stop()
    }
  })

  test('a story whose address begins with search is a page, not a search', async () => {
    const nginx = serveThroughNginx(port + 20, port)
    try {
      for (const [path, cacheControl] of [
        ['/search-engines-compared', /s-maxage=2,/],
        ['/searching/x', /s-maxage=2,/],
        ['/search?q=x', /s-maxage=5$/],
      ] as const)
        expect((await rawRequest(nginx.url, path)).headers.get('cache-control')).toMatch(cacheControl)
    } finally {
      nginx.stop()
    }
  })

  test('the server and nginx agree on who gets Markdown', async () => {
    const nginx = serveThroughNginx(port + 20, port)
    try {
      const lines = [
        ...[
          'text/markdown',
          'TEXT/MARKDOWN',
          'text/markdown;q=0',
          'text/markdown;q=0.5',
          'text/markdown; q=1.0',
        ],
        ...[
          'text/html\r\nAccept: text/markdown',
          'text/markdown\r\nAccept: text/html',
          'text/html, text/markdown',
        ],
        ...[
          'text/markdown;variant=GFM',
          'text/markdown ;q = 0',
          '*/*',
          'text/*',
          '',
          'text/markdown, text/html;q=0.9',
        ],
      ]
      for (const Accept of lines) {
        const [direct, proxied] = await Promise.all(
          [`http://127.0.0.1:${port}`, nginx.url].map((base) =>
            rawRequest(base, article, { headers: { Accept } }),
          ),
        )
        const type = direct?.headers.get('content-type')
        expect({ Accept, type: proxied?.headers.get('content-type') }).toEqual({ Accept, type })
        expect(type).toMatch(/^text\/(html|markdown)/)
      }
    } finally {
      nginx.stop()
    }
  })
})

test('P19: status and caching are the same for every bot, and for nobody in particular', async ({
  baseURL,
}) => {
  const bots = [
    ...HTML_LIMITED_BOT_UA_RE.source.split('|').map((name) => name.replace(/\[\\w-\]\+/, 'Inspection')),
    ...['Googlebot/2.1', 'GPTBot/1.0', 'ClaudeBot/1.0', 'curl/8', '', 'x'.repeat(4_000)],
  ]
  expect(bots.length).toBeGreaterThan(25)
  expect(bots.filter((bot) => HTML_LIMITED_BOT_UA_RE.test(bot)).length).toBeGreaterThan(25)
  const base = baseURL ?? ''
  for (const path of [
    '/',
    article,
    '/about',
    '/category/news',
    '/search',
    '/search?q=chips',
    oldAddress,
    '/archive/',
  ]) {
    await clean(base, path)
    const expected = await clean(base, path)
    for (const bot of bots)
      expect({ bot, path, ...(await clean(base, path, { 'User-Agent': bot })) }).toEqual({
        bot,
        path,
        ...expected,
      })
  }
  // A missing page that nobody has asked for before, each time.
  for (const [number, bot] of bots.entries()) {
    for (const path of [`/no-page-for-bot-${number}`, `/tag/no-tag-for-bot-${number}`]) {
      const first = await clean(base, path, { 'User-Agent': bot })
      const second = await clean(base, path)
      expect({ bot, path, status: first.status, kept: first.headers['cache-control'] }).toEqual({
        ...{ bot, path, status: 404, kept: second.headers['cache-control'] },
      })
      expect(second.status).toBe(404)
      expect(first.headers['cache-control']).not.toMatch(/no-store/)
    }
  }
})

test('the site’s own code in the browser asks for nothing that the gate takes away', async ({ page }) => {
  const own: string[] = []
  page.on('request', (request) => {
    const names = Object.keys(request.headers()).filter((name) =>
      /^(rsc|next-|x-nextjs|x-middleware)/.test(name),
    )
    if (names.length > 0 || /[?&]_rsc|\.rsc|_next\/data/.test(request.url()))
      own.push(`${request.url()} ${names}`)
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.locator('main a[href^="/"]').first().click()
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => location.assign('#main'))
  await page.goBack()
  await page.goBack()
  await page.waitForURL(/:\d+\/$/)
  await page.waitForLoadState('networkidle')
  await page.goto('/search?q=chips', { waitUntil: 'networkidle' })
  await page.goto('/there-is-no-such-page', { waitUntil: 'networkidle' })
  expect(own).toEqual([])
})

test('who asks before the server has put up its gate gets no answer that would be wrong', async () => {
  const own = port + 25
  const child = spawn(
    'node',
    ['node_modules/next/dist/bin/next', 'start', '-p', String(own), '-H', '127.0.0.1'],
    {
      env: { ...process.env, SITE_URL: `http://localhost:${own}` },
      stdio: 'ignore',
    },
  )
  try {
    const bytes = 'GET /about HTTP/1.1\r\nHost: x\r\nX-Middleware-Prefetch: 1\r\nConnection: close\r\n\r\n'
    const answers = new Set<string>()
    let waiting = 0
    // From the moment the port is open, which is before Next is ready: many at once, each on a connection of its own.
    for (let right = 0; right < 20; ) {
      if (child.exitCode !== null) throw new Error('next start ended')
      waiting++
      const answer = await rawBytes(`http://127.0.0.1:${own}`, bytes, { silenceIsFine: true })
      if (answer) answers.add(answer.includes('</html>') ? 'the page' : answer.slice(0, 300))
      if (answer) right++
      else await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(waiting).toBeGreaterThan(20)
    expect([...answers]).toEqual(['the page'])
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await ended
  }
})
