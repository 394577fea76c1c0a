import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, chromium, expect, test } from '@playwright/test'
import { createScratchSite, serve } from './scratch-site'

/** Unpublished posts: nothing leaks, they are published in time, and only holders of a token can preview them. */
test.describe.configure({ mode: 'serial', timeout: 600_000 })

const port = Number(process.env.E2E_PORT ?? 3210) + 102
const secret = 'a secret of this test, long enough for one'
const folder = createScratchSite('unpublished')
const base = `http://localhost:${port}`
const clock = join(folder, 'clock')
let stop = async () => {}
let due = 0

/** A post in which every visible field contains a unique word. */
const story = (canary: string, fields: string) => `---
title: ${canary}title gets out
description: ${canary}description of it.
author: desk
categories: [News, ${canary}category]
tags: [${canary}tag, OpenAI]
series: ${canary}series
keyPoints: [${canary}point]
sources: [{ title: ${canary}source, url: "https://example.com/${canary}" }]
aliases: [/${canary}alias]
featured: true
${fields}
---

${canary}body, with a [link](/about).
`
const put = (name: string, text: string) => writeFileSync(join(folder, 'posts', name), text)
const build = () =>
  execFileSync('npm', ['run', '--silent', 'build'], {
    ...{ cwd: folder, encoding: 'utf8', stdio: 'pipe' },
    env: { ...process.env, PREVIEW_SECRET: secret, SITE_URL: `http://localhost:${port}` },
  })

test.beforeAll(async () => {
  // Two builds, or three on slow machines, because a build has to end before the post is due.
  test.setTimeout(3_600_000)
  put('2026-01-01-quokkadraft.md', story('quokka', 'draft: true'))
  put(
    '2099-01-01-wombatlater.md',
    story('wombat', 'corrections: [{ date: 2026-01-02, type: update, text: wombatnote }]'),
  )
  put(
    '2026-01-02-neighbour.mdx',
    '---\ntitle: A story that names them\ndescription: Public.\nauthor: desk\ncategories: News\n' +
      'related: [quokkadraft, wombatlater]\n---\n\nText.\n\n<Post slug="wombatlater" />\n\n<Post slug="quokkadraft" />\n',
  )
  writeFileSync(
    join(folder, 'front.yml'),
    'containers:\n  - { layout: lead, picks: [quokkadraft, wombatlater], fill: latest }\n' +
      '  - { title: News, layout: columns, fill: { category: News } }\n',
  )
  // The duration of a build is unknown; it has to end before the post is due.
  for (let ahead = 150_000; due < Date.now() + 20_000; ahead *= 2) {
    due = Date.now() + ahead
    put('2026-01-03-numbatsoon.md', story('numbat', `date: "${new Date(due).toISOString()}"`))
    build()
  }
  writeFileSync(clock, '0')
  const start = ['npx', 'next', 'start', '-p', `${port}`]
  const clockOptions = {
    CLOCK: clock,
    NODE_OPTIONS: `--require ${join(process.cwd(), 'e2e/jumping-clock.cjs')}`,
  }
  stop = (await serve(folder, start, port, { PREVIEW_SECRET: secret, ...clockOptions })).stop
})
test.afterAll(() => stop())

const parts = '(?:title|description|category|tag|series|point|source|body|note|draft|later|soon)'
const canaries = new RegExp(`(?:quokka|wombat|numbat)${parts}`, 'i')

test('P3: the build output contains nothing of a draft or a scheduled story', () => {
  const files = readdirSync(join(folder, '.next'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files.length).toBeGreaterThan(100)
  const leaks = files.filter((file) =>
    canaries.test(readFileSync(join(file.parentPath, file.name), 'latin1')),
  )
  expect(leaks.map(({ parentPath, name }) => join(parentPath, name))).toEqual([])
})

const listed = [
  '/',
  '/lite',
  '/category/news',
  '/author/desk',
  '/tag/openai',
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/category/news/feed.xml',
  '/sitemap/1.xml',
  '/news-sitemap.xml',
]

test('P4: a scheduled story appears nowhere before its time, and everywhere within a minute of it, without a build', async ({
  request,
}) => {
  expect(Date.now()).toBeLessThan(due)
  const archive = `/archive/${new Date(due).toISOString().slice(0, 7).replace('-', '/')}`
  const has = async (path: string) => (await (await request.get(base + path)).text()).includes('numbat')
  for (const path of ['/numbatsoon', '/numbatsoon/lite', '/og/numbatsoon/card.png'])
    expect((await request.get(base + path)).status(), path).toBe(404)
  for (const path of listed) expect(await has(path), path).toBe(false)

  await new Promise((resolve) => setTimeout(resolve, due - Date.now()))
  const soon = { timeout: due + 60_000 - Date.now(), intervals: [1000] }
  for (const path of [
    '/numbatsoon',
    '/numbatsoon/lite',
    '/og/numbatsoon/card.png',
    '/tag/numbattag',
    archive,
  ]) {
    await expect
      .poll(async () => (await request.get(base + path)).status(), { ...soon, message: path })
      .toBe(200)
  }
  for (const path of listed) await expect.poll(() => has(path), { ...soon, message: path }).toBe(true)
})

/** A response without the words of its URL, which it may repeat. */
const unasked = (text: string, path: string) =>
  path
    .split(/[^a-z]/)
    .filter((word) => word.length > 3)
    .reduce((rest, word) => rest.replaceAll(word, ''), text)

/** Every public path of the site, from its sitemaps. */
async function addresses(request: APIRequestContext): Promise<string[]> {
  const locations = async (url: string) =>
    [...(await (await request.get(url)).text()).matchAll(/<loc>([^<]+)/g)].map(([, url = '']) => url)
  const parts = await locations(`${base}/sitemap.xml`)
  const all = await Promise.all([...parts, `${base}/news-sitemap.xml`].map(locations))
  return all.flat().map((url) => new URL(url).pathname)
}

const hidden = new RegExp(`(?:quokka|wombat)${parts}`, 'i')

test('P3: a draft or a story scheduled for much later is on no page, feed, list or picture, in no page data, and not at its guessed address', async ({
  request,
}) => {
  const known = await addresses(request)
  expect(known.length).toBeGreaterThan(50)
  const guesses = ['quokkadraft', 'wombatlater'].flatMap((slug) =>
    ['', '.md', '/lite', '/feed.xml', '/og', '/2']
      .map((ending) => `/${slug}${ending}`)
      .concat(`/og/${slug}/card.png`, `/preview/${slug}`, `/preview/${slug}?token=x`, `/preview/${slug}/x`),
  )
  const terms = ['quokka', 'wombat'].flatMap((canary) => [
    ...[`/${canary}alias`, `/category/${canary}category`, `/tag/${canary}tag`, `/tag/${canary}tag/feed.xml`],
  ])
  const feeds = ['', '/category/news', '/author/desk', '/tag/openai', '/corrections'].flatMap((list) =>
    ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${list}/${file}`),
  )
  const others = [
    '/feeds',
    '/lite',
    '/llms.txt',
    '/archive/2099',
    '/archive/2099/01',
    '/search',
    '/preview',
    '/sitemap.xml',
    '/sitemap/0.xml',
    '/sitemap/1.xml',
  ]
  const searches = ['quokka', 'wombat', 'gets out'].map((query) => `/search?q=${encodeURIComponent(query)}`)
  for (const path of [...guesses, ...terms]) {
    expect((await request.get(base + path)).status(), path).toBe(404)
  }
  const leaks: string[] = []
  for (const path of [
    ...[...known, ...known.map((path) => `${path}/lite`), ...guesses, ...terms, ...feeds, ...others],
    ...searches,
  ]) {
    for (const part of ['text/html', 'text/x-component']) {
      const headers: Record<string, string> = part === 'text/html' ? { accept: part } : { rsc: '1' }
      const answer = await request.get(base + path, { headers })
      expect(answer.status(), path).toBeLessThan(500)
      if (hidden.test(unasked(await answer.text(), path))) leaks.push(`${path} as ${part}`)
    }
  }
  expect(leaks).toEqual([])
})

/** Tokens as `npm run preview` creates them; computed here, because links already sent must keep working. */
const token = (slug: string, until: number, key = secret) => {
  const seconds = Math.floor(until / 1000).toString(36)
  return `${seconds}.${createHmac('sha256', key).update(`preview\n${slug}\n${seconds}`).digest('base64url')}`
}

test('npm run preview prints a link at which a colleague sees the draft, marked as a draft', async ({
  page,
}) => {
  const said = execFileSync('npm', ['run', '--silent', 'preview', '--', 'quokkadraft'], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { ...process.env, PREVIEW_SECRET: secret, SITE_URL: base },
  })
  const [address = ''] = said.split('\n')
  const answer = await page.goto(address)
  expect(answer?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('quokkatitle gets out')
  await expect(page.getByRole('complementary', { name: 'Not public yet' })).toContainText(
    /^Draft Preview: anyone who has this link can see the page until /,
  )
  expect(answer?.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  })
  await expect(page.locator('meta[name=robots]').first()).toHaveAttribute('content', /noindex/)
  await page.goto(`${base}/preview/wombatlater?token=${token('wombatlater', Date.now() + 60_000)}`)
  await expect(page.getByRole('complementary', { name: 'Not public yet' })).toContainText(
    'Scheduled for January 1, 2099',
  )
})

test('a token that is wrong, expired, or for another story or secret opens nothing and reveals nothing', async ({
  request,
}) => {
  const later = Date.now() + 60_000
  const good = token('quokkadraft', later)
  const wrong = [
    '',
    'x',
    good.slice(0, -1),
    `${good}x`,
    good.replace('.', '.x'),
    ...[
      token('wombatlater', later),
      token('quokkadraft', later, 'another secret'),
      token('quokkadraft', Date.now() - 1000),
    ],
    good.replace(/^./, 'z'),
  ]
  const answers = new Set<string>()
  for (const each of wrong) {
    const asked = await request.get(`${base}/preview/quokkadraft?token=${encodeURIComponent(each)}`, {
      maxRedirects: 0,
    })
    answers.add(`${asked.status()} ${await asked.text()}`)
    expect((await request.get(`${base}/preview/quokkadraft/${encodeURIComponent(each)}`)).status()).toBe(404)
  }
  const unknown = await request.get(`${base}/preview/no-such-story?token=${good}`)
  expect([...answers]).toEqual([`${unknown.status()} ${await unknown.text()}`])
  expect(unknown.status()).toBe(404)
  // A token for a post that does not exist or is already public.
  const none = await request.get(`${base}/preview/no-such-story?token=${token('no-such-story', later)}`)
  expect(none.status()).toBe(404)
  const out = await request.get(`${base}/preview/neighbour?token=${token('neighbour', later)}`)
  expect(new URL(out.url()).pathname).toBe('/neighbour')
})

/** Runs one of the site's commands there, with the secret, and returns its output. */
const command = (...args: string[]) =>
  execFileSync('npm', ['run', '--silent', ...args], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { ...process.env, PREVIEW_SECRET: secret, SITE_URL: base },
  })

/** Requests both URLs of a preview as a page, as RSC payload, as Markdown and with HEAD, and expects that none reveals it. */
async function seesNothing(request: APIRequestContext, slug: string, token: string) {
  const [sent, page] = [`/preview/${slug}?token=${token}`, `/preview/${slug}/${token}`]
  const forms: Record<string, string>[] = [
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { accept: 'text/markdown' },
  ]
  for (const path of [sent, page, `${page}?x=1`, `${page}?_rsc`]) {
    for (const headers of forms) {
      const answer = await request.get(base + path, { headers, maxRedirects: 0 })
      const isSeen = canaries.test(unasked(await answer.text(), path))
      expect({ path, headers, isSeen }).toEqual({ path, headers, isSeen: false })
      if (path === sent) expect(answer.status(), path).toBe(404)
    }
  }
  // The status may be Next's cached one, once more.
  const status = async () => (await request.head(base + page, { maxRedirects: 0 })).status()
  await expect.poll(status).toBe(404)
}

/** Sets the server's clock ahead and waits until it applies (jumping-clock.cjs reads it ten times a second). */
async function clockAhead(milliseconds: number) {
  writeFileSync(clock, `${milliseconds}`)
  await new Promise((resolve) => setTimeout(resolve, 1000))
}

test('P3: a preview stops working the moment its token expires', async ({ request }) => {
  // Long enough for a slow machine, and short enough that Next would still cache the page.
  const [lifetime, made] = [200_000, Date.now()]
  const short = token('quokkadraft', made + lifetime)
  const path = `${base}/preview/quokkadraft/${short}`
  // Twice, so that Next caches whatever it caches; as a page and as RSC payload.
  for (const headers of <Record<string, string>[]>[{}, {}, { rsc: '1' }]) {
    const answer = await request.get(path, { headers })
    expect(await answer.text()).toContain('quokkabody')
    expect(answer.headers()['cache-control']).toContain('no-store')
  }
  await clockAhead(lifetime)
  await seesNothing(request, 'quokkadraft', short)
  await clockAhead(0)
})

test('P3: a story withdrawn after its preview redirected to the public page is a draft again', async ({
  request,
}) => {
  const opens = `${base}/preview/neighbour/${token('neighbour', Date.now() + 600_000)}`
  const ask = async () => {
    const answer = await request.get(opens, { maxRedirects: 0 })
    return [answer.status(), answer.headers().location]
  }
  expect(await ask()).toEqual([307, '/neighbour'])
  const file = join(folder, 'posts/2026-01-02-neighbour.mdx')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace('author: desk', 'author: desk\ndraft: true'))
  command('sync')
  expect(await ask()).toEqual([200, undefined])
  writeFileSync(file, text)
  command('sync')
  expect(await ask()).toEqual([307, '/neighbour'])
})

test('P3: revoking one preview, those of a story, or all takes effect at once', async ({ request }) => {
  const later = Date.now() + 600_000
  const [first, second, other] = [
    token('quokkadraft', later),
    token('quokkadraft', later + 1000),
    token('wombatlater', later),
  ]
  const opens = async (slug: string, each: string) =>
    (await request.get(`${base}/preview/${slug}?token=${each}`)).status()
  const all = async () => [
    await opens('quokkadraft', first),
    await opens('quokkadraft', second),
    await opens('wombatlater', other),
  ]
  expect(await all()).toEqual([200, 200, 200])

  // The command prints that the change has to be published; the sync stands in for publishing.
  expect(command('preview', '--', '--revoke', `${base}/preview/quokkadraft?token=${first}`)).toContain(
    'commit and push',
  )
  expect(await all()).toEqual([200, 200, 200])
  command('sync')
  expect(await all()).toEqual([404, 200, 200])
  await seesNothing(request, 'quokkadraft', first)

  command('preview', '--', '--revoke', 'quokkadraft')
  command('sync')
  expect(await all()).toEqual([404, 404, 200])
  // A link created after that works.
  const [again = ''] = command('preview', '--', 'quokkadraft').split('\n')
  expect((await request.get(again)).status()).toBe(200)

  command('preview', '--', '--revoke', 'all')
  command('sync')
  expect(await all()).toEqual([404, 404, 404])
  expect((await request.get(again)).status()).toBe(404)
  const [newest = ''] = command('preview', '--', 'quokkadraft').split('\n')
  expect((await request.get(newest)).status()).toBe(200)

  // A typo in the file revokes everything rather than leave a revoked preview open.
  writeFileSync(join(folder, 'previews.yml'), 'al: 2026-03-16T10:00:00.000Z\n')
  expect(command('sync')).toContain('Unknown key "al"')
  expect((await request.get(newest)).status()).toBe(404)
  // Without the file, nothing is revoked.
  rmSync(join(folder, 'previews.yml'))
  command('sync')
  expect(await all()).toEqual([200, 200, 200])
})

test('P3: the back button does not bring a revoked preview back', async () => {
  // Playwright turns off the back/forward cache, which readers have.
  const browser = await chromium.launch({
    ...test.info().project.use.launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const page = await browser.newPage()
  await page.goto(`${base}/preview/quokkadraft?token=${token('quokkadraft', Date.now() + 600_000)}`)
  await expect(page.getByText('quokkabody').first()).toBeVisible()
  await page.goto(`${base}/about`)
  writeFileSync(join(folder, 'previews.yml'), 'all: 2026-03-16T10:00:00.000Z\n')
  command('sync')
  await page.goBack({ waitUntil: 'commit' }).catch(() => null)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
  await browser.close()
})
