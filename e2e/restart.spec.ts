import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { sync } from './built-site'
import { hasNginx, serveThroughNginx } from './nginx'
import { scratchSite, serve } from './scratch-site'

/**
 * Addresses that become something else while a server runs, and the same server after a restart and after a kill. Each address
 * is named after what it was, what it becomes, and whether anybody had asked for it before.
 */
const port = Number(process.env.E2E_PORT ?? 3210) + 130
const states = ['page', 'missing', 'redirect', 'gone'] as const
type State = (typeof states)[number]
const visits = ['visited', 'unvisited'] as const
const cases = states.flatMap((from) =>
  states
    .filter((to) => to !== from)
    .flatMap((to) => visits.map((visit) => ({ from, to, visit, slug: `was-${from}-is-${to}-${visit}` }))),
)

let folder = ''
let server: Awaited<ReturnType<typeof serve>>
let nginx: ReturnType<typeof serveThroughNginx> | undefined
const start = async () => {
  server = await serve(folder, ['npx', 'next', 'start', '-p', `${port}`], port, {}, '/api/health/ready')
}

test.describe.configure({ mode: 'serial' })

const file = (name: string) => join(folder, 'posts', `2026-03-01-${name}.md`)
function post(name: string, title: string, more = '') {
  const head = `title: ${title}\ndescription: For the test of restarts.\nauthor: desk\ncategories: [News]\n${more}`
  mkdirSync(dirname(file(name)), { recursive: true })
  writeFileSync(file(name), `---\n${head}---\n\nText of ${title}.\n`)
}
function put(slug: string, state: State) {
  for (const name of [slug, `new-${slug}`]) rmSync(file(name), { force: true })
  if (state === 'page') post(slug, `Page ${slug}`)
  if (state === 'redirect') post(`new-${slug}`, `Target of ${slug}`, `aliases: [/${slug}]\n`)
  // Both ways to say it: in the story's own file, and for a story whose file was deleted.
  const isInFile = slug.endsWith('-visited')
  if (state === 'gone' && isInFile) post(slug, `Page ${slug}`, `gone: ${reason}\n`)
  if (state === 'gone' && !isInFile) given.add(slug)
  else given.delete(slug)
  writeFileSync(join(folder, 'gone.yml'), [...given].map((each) => `/${each}: ${reason}\n`).join(''))
}
const reason = 'The claim in it could not be verified.'
const given = new Set<string>()

/** The address in every edition, and its place in lists, feeds and search. */
async function seen(slug: string, base = server.url): Promise<Record<string, unknown>> {
  const ask = async (path: string) => {
    const answer = await fetch(base + path, { redirect: 'manual' })
    return { answer, text: await answer.text() }
  }
  const page = await ask(`/${slug}`)
  const elsewhere = await Promise.all(
    [`/${slug}/lite`, `/${slug}.md`, `/og/${slug}/card.png`].map(
      async (path) => (await ask(path)).answer.status,
    ),
  )
  const lists = await Promise.all(
    ['/', '/category/news', '/feed.xml', '/sitemap/1.xml', '/archive/2026/03', '/search?q=restarts'].map(ask),
  )
  return {
    status: page.answer.status,
    location: page.answer.headers.get('location'),
    isPage: page.text.includes(`Text of Page ${slug}.`),
    hasHeading: page.text.includes('<h1'),
    saysWhy: page.text.includes(reason),
    preloadsPicture: /rel=preload; as="image"/.test(page.answer.headers.get('link') ?? ''),
    lite: elsewhere[0],
    markdown: elsewhere[1],
    card: elsewhere[2],
    listed: lists.some(({ text }) => text.includes(`"/${slug}"`) || text.includes(`/${slug}<`)),
  }
}
const expected = (slug: string, state: State) => ({
  status: { page: 200, missing: 404, redirect: 308, gone: 410 }[state],
  location: state === 'redirect' ? `/new-${slug}` : null,
  isPage: state === 'page',
  hasHeading: state !== 'redirect',
  saysWhy: state === 'gone',
  preloadsPicture: false,
  lite: { page: 200, missing: 404, redirect: 308, gone: 410 }[state],
  markdown: { page: 200, missing: 404, redirect: 308, gone: 410 }[state],
  card: state === 'page' ? 200 : 404,
  listed: state === 'page',
})
async function allAs(key: 'from' | 'to', base?: string) {
  for (const each of cases)
    expect(
      { [each.slug]: await seen(each.slug, base) },
      `${each.slug} as it ${key === 'to' ? 'is' : 'was'}`,
    ).toEqual({
      [each.slug]: expected(each.slug, each[key]),
    })
}

test.beforeAll(async () => {
  folder = scratchSite('restart')
  for (const { slug, from } of cases) put(slug, from)
  post('edited', 'Before the edit')
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: folder, maxBuffer: 2 ** 26 })
  await start()
})
test.afterAll(async () => {
  nginx?.stop()
  await server?.stop()
})

test('P16: a page, a missing address, a redirect and a story that is gone become each other, visited before or not', async () => {
  if (hasNginx) nginx = serveThroughNginx(port + 1, port)
  for (const { slug, from, visit } of cases) {
    if (visit === 'unvisited') continue
    for (const base of [server.url, ...(nginx ? [nginx.url] : [])])
      expect({ [slug]: await seen(slug, base) }).toEqual({ [slug]: expected(slug, from) })
  }
  for (const { slug, to } of cases) put(slug, to)
  post('edited', 'After the edit')
  post('new', 'New after the build')
  // In another process, which tells the server nothing.
  await sync(folder)
  await allAs('to')
})

/** Behind nginx what has changed may be seen as it was a little longer: ten seconds are promised. */
async function allBehindNginx() {
  const { url = '' } = nginx ?? {}
  await expect(() => allAs('to', url)).toPass({ timeout: 30_000 })
}

test('P16: and behind nginx', async () => {
  test.skip(!nginx, 'nginx is not installed.')
  await allBehindNginx()
})

test('P16: who comes to a story that is gone reads why, with and without script', async ({ browser }) => {
  const slug = cases.find(({ to }) => to === 'gone')?.slug
  for (const javaScriptEnabled of [true, false]) {
    const page = await browser.newPage({ javaScriptEnabled })
    await page.goto(`${server.url}/${slug}`, { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This story is gone')
    await expect(page.getByText(reason)).toBeVisible()
    await page.close()
  }
})

test('P16: a redirect that is made anew after its minute still says where to', async () => {
  const redirects = cases.filter(({ to }) => to === 'redirect')
  const ask = ({ slug }: { slug: string }) => fetch(`${server.url}/${slug}`, { redirect: 'manual' })
  await Promise.all(redirects.map(ask))
  await new Promise((resolve) => setTimeout(resolve, 62_000))
  // The first gets the old one, and has the new one made after its answer.
  await Promise.all(redirects.map(ask))
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  for (const each of redirects) expect((await ask(each)).headers.get('location')).toBe(`/new-${each.slug}`)
})

const has = async (path: string, text: string) =>
  (await (await fetch(server.url + path)).text()).includes(text)

async function asPublished() {
  await allAs('to')
  for (const path of ['/edited', '/', '/archive/2026/03', '/feed.xml'])
    expect(await has(path, 'Before the edit'), path).toBe(false)
  expect(await has('/edited', 'After the edit')).toBe(true)
  for (const path of ['/new', '/archive/2026/03', '/feed.xml'])
    expect(await has(path, 'New after the build'), path).toBe(true)
}

test('P15: what was published stays published after a restart', async () => {
  await asPublished()
  await server.stop()
  await start()
  // Before the first answer, the log says how many pages of the build that concerns.
  expect(Number(/reconciliation .*\bpages=(\d+)/.exec(server.said())?.[1])).toBeGreaterThan(0)
  await asPublished()
  if (nginx) await allBehindNginx()
})

test('P15: and after a kill in the middle of a publication', async () => {
  post('killed', 'Published while the server was killed')
  const syncing = sync(folder)
  server.kill()
  await syncing
  await start()
  await asPublished()
  expect((await fetch(`${server.url}/killed`)).status).toBe(200)
})

test('P15: an index that was made anew, and one that was restored from a copy, decide as well', async () => {
  const index = join(folder, '.content/index.db')
  cpSync(index, `${index}.copy`)
  post('later', 'Published after the copy')
  await sync(folder)
  expect((await fetch(`${server.url}/later`)).status).toBe(200)
  await server.stop()
  cpSync(`${index}.copy`, index)
  await start()
  expect((await fetch(`${server.url}/later`)).status).toBe(404)
  await asPublished()
  await server.stop()
  rmSync(index)
  await sync(folder)
  await start()
  expect((await fetch(`${server.url}/later`)).status).toBe(200)
  await asPublished()
})

test('P15: npm run dev in between changes nothing that readers see', async () => {
  await server.stop()
  post('draft-of-today', 'Not for readers yet', 'draft: true\n')
  const dev = await serve(folder, ['npx', 'next', 'dev', '-p', `${port}`], port)
  expect((await (await fetch(`${dev.url}/draft-of-today`)).text()).includes('Not for readers yet')).toBe(true)
  await dev.stop()
  rmSync(file('draft-of-today'))
  await start()
  expect((await fetch(`${server.url}/draft-of-today`)).status).toBe(404)
  await asPublished()
})
