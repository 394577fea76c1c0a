import { expect, test } from '@playwright/test'
import { rawRequest } from './raw-request'

const long = (piece: string, length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

/** Paths that no page of the site has. Each is sent to the server byte for byte. */
const paths = [
  // Path traversal
  ...[
    '/../../etc/passwd',
    '/..',
    '/../',
    '/./',
    '/.',
    '/...',
    '/a/../../b',
    '/..;/x',
    '/.git/config',
    '/.env',
    '/.next/BUILD_ID',
  ],
  ...[
    '/%2e%2e/%2e%2e/etc/passwd',
    '/%2E%2E',
    '/..%2f..%2fetc/passwd',
    '/%252e%252e%252fetc',
    '/..%5c..%5cwin.ini',
  ],
  ...[
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets//etc/passwd',
  ],
  ...[
    '/_next/static/../../package.json',
    '/_next/static/%2e%2e%2f%2e%2e%2fBUILD_ID',
    '/_next/../package.json',
    '/_next/data/x/y.json',
  ],
  // Redirects to another site
  ...[
    '//evil.test',
    '//evil.test/',
    '//evil.test/x/',
    '///evil.test',
    '////evil.test/..',
    '/\\evil.test',
    '/\\evil.test/',
    '\\\\evil.test',
  ],
  ...[
    '/%2f%2fevil.test/',
    '/%2fevil.test/',
    '/%5cevil.test/',
    '/%5c%5cevil.test/',
    '/.//evil.test/',
    '/x//evil.test/',
    '/x/..//evil.test/',
  ],
  ...[
    '/tag//evil.test/',
    '/author/%2fevil.test/',
    '/category/\\evil.test/',
    '/http://evil.test/',
    '/https:evil.test/',

    '//evil.test%2f..',
    '/%09/evil.test/',
    '/%0d%0aLocation:%20//evil.test/',
    '/@evil.test/',
    '/javascript:alert(1)/',
    '/;//evil.test/',
    '/evil.test%00/',
  ],
  // Invalid encodings
  ...['/%00', '/x%00.md', '/tag/%00/', '/x\u0000y', '/x\u0001y', '/\u00ff\u00fe', '/x y', '/x\ty'],
  ...['/%25', '/%2525'],
  // Odd, long, many
  ...[
    '/?',
    '/??',
    '/?x=%',
    '/?%00',
    '/#x',
    '/search?q=%',
    '/search?q=%00',
    '/search?q[]=x',
    '/search?q=a&q=b',
    '/search?page=1e9',
    '/search?__proto__=x',
  ],
  ...[
    `/${long('a', 300)}`,
    `/${long('a', 9_000)}`,
    `/${long('a/', 4_000)}`,
    `/${long('%41', 6_000)}`,
    `/${long('../', 3_000)}`,
    `/${long('/', 2_000)}`,
  ],
  ...[
    '/__proto__',
    '/constructor',
    '/author/__proto__',
    '/tag/constructor/feed.xml',
    '/category/toString',
    '/archive/__proto__/constructor',
  ],
  ...[
    '/archive/99999999999/1',
    '/archive/2024/99',
    '/archive/-1',
    '/archive/2024/0x3',
    '/category/news/1e3',
    '/category/news/-2',
    '/category/news/99999999999999999999',
  ],
  ...[
    '/sitemap/-1.xml',
    '/sitemap/__proto__.xml',
    '/og/x/__proto__',
    '/og/../x/wide',
    '/x.rsc',
    '/x.segments/_tree.segment.rsc',
    '/index',
    '/index.rsc',
    '/_not-found',
    '/_error',
    '/404',
    '/500',
    '/_next/image?url=//evil.test/x.png&w=640&q=75',
    '/_next/image?url=http://evil.test/x.png&w=640&q=75',
    '/_next/image?url=/assets/../package.json&w=640&q=75',
    '/_next/image',
  ],
]

/** Paths that do not decode to UTF-8. Next would answer 500 before it applies any setting of the site. */
const undecodable = [
  '/..%c0%af..%c0%afetc',
  '/%ff',
  '/%c0%80',
  '/%ed%a0%80',
  '/%f5%80%80%80',
  '/%',
  '/%2',
  '/%zz',
  '/%u0041',
  '/x/%E0%A4%A',
  '/tag/%E0%A4%A',
  '/assets/%E0%A4%A.png',
  '/og/%E0%A4%A/wide',
  '*',
]

test('P11: hostile paths are answered by the site itself, without an error', async ({ baseURL }) => {
  expect(paths.length).toBeGreaterThan(100)
  const wrong: string[] = []
  for (const path of paths) {
    const { status, headers } = await rawRequest(baseURL, path)
    const location = headers.get('location')
    const elsewhere =
      location && (/^[\\/]{2}|[\r\n]/.test(location) || new URL(location, baseURL).origin !== baseURL)
    if (!(status >= 200 && status < 500) || elsewhere)
      wrong.push(`${JSON.stringify(path.slice(0, 60))}: ${status} ${location ?? ''}`)
  }
  expect(wrong).toEqual([])
})

test('P11: undecodable paths are rejected and redirect nowhere', async ({ baseURL }) => {
  for (const path of undecodable) {
    const { status, headers, body } = await rawRequest(baseURL, path)
    expect(`${path} ${status} ${headers.get('location')}`).toBe(`${path} 400 null`)
    expect(body).toMatch(/^This address is not a path/)
  }
  expect((await rawRequest(baseURL, '/')).status).toBe(200)
})

test('P11: long paths, Next’s own paths and paths with a host get the right answer, every time', async ({
  baseURL,
}) => {
  for (const [path, status] of [
    [`/${long('a', 9_000)}`, 414],
    ['/index', 404],
    ['/none.rsc', 404],
    ['/about.rsc', 404],
    ['/about.segments/_tree.segment.rsc', 404],
    ['/[slug]', 404],
    ['/%5Bslug%5D', 404],
    ['/author/[slug]', 404],
    ['/_global-error', 404],
    ['/_error', 404],
    ['/_next/data/x/y.json', 404],
    ['http://evil.test/', 200],
    ['http://evil.test/about', 200],
  ] as const) {
    for (const time of [1, 2, 3]) {
      const answer = await rawRequest(baseURL, path)
      expect(`${time} ${path.slice(0, 50)} ${answer.status}`).toBe(`${time} ${path.slice(0, 50)} ${status}`)
      expect(answer.headers.get('location')).toBe(null)
      if (status === 404) expect(answer.body).toContain('</html>')
    }
  }
})

test('P11: redirects stay on the site, whatever Host a request sends', async ({ baseURL }) => {
  for (const [name, value] of Object.entries({
    Host: 'evil.test',
    'X-Forwarded-Host': 'evil.test',
    Forwarded: 'host=evil.test',
  })) {
    const answer = await rawRequest(baseURL, '/archive/', { headers: { [name]: value } })
    expect(answer.status).toBe(308)
    expect(answer.headers.get('location')).toBe('/archive')
  }
})
