import { execFile, execFileSync } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { createScratchSite, serve } from './scratch-site'

/** A server that follows a branch: authors push to a real remote, and readers see it without a build. */
const port = Number(process.env.E2E_PORT ?? 3210) + 110
const secret = 'a-secret-of-more-than-thirty-two-characters'
const folder = join(process.cwd(), '.scratch', 'live')
const desk = join(process.cwd(), '.scratch', 'live-desk')
const remote = join(process.cwd(), '.scratch', 'live-remote.git')
const git = (cwd: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args], {
    cwd,
    stdio: 'pipe',
  })

let server: Awaited<ReturnType<typeof serve>>

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  createScratchSite('live')
  for (const old of [desk, remote]) rmSync(old, { recursive: true, force: true })
  // Before `git init`: Next would take the repository for the root and not find the packages above it.
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: folder, stdio: 'pipe' })
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'The site')
  git(folder, 'clone', '-q', '--bare', folder, remote)
  git(folder, 'remote', 'add', 'origin', remote)
  git(folder, 'clone', '-q', remote, desk)
  const env = { REVALIDATE_SECRET: secret, PORT: String(port) }
  server = await serve(folder, ['npx', 'next', 'start', '-p', `${port}`], port, env)
})
test.afterAll(() => server?.stop())

const post = (title: string) =>
  `---\ntitle: ${title}\ndescription: Pushed to a running server.\nauthor: desk\ncategories: [Chips]\nimage: assets/images/pushed.svg\n---\n\nText.\n`

function push(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(desk, path, '..'), { recursive: true })
    writeFileSync(join(desk, path), text)
  }
  git(desk, 'add', '-A')
  git(desk, 'commit', '-q', '-m', 'A story')
  git(desk, 'push', '-q', 'origin', 'main')
}

const body = (ref = 'refs/heads/main') => JSON.stringify({ ref, id: randomUUID() })
const signature = (text: string, key = secret) =>
  `sha256=${createHmac('sha256', key).update(text).digest('hex')}`
const hook = (text: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/revalidate`, {
    method: 'POST',
    body: text,
    headers: { 'X-GitHub-Event': 'push', 'X-Hub-Signature-256': signature(text), ...headers },
  })
const status = async (path: string) => (await fetch(server.url + path)).status
const has = async (path: string, text: string) =>
  (await (await fetch(server.url + path)).text()).includes(text)

test('P6: a pushed story is public within 10 seconds, with its picture, in its lists and feeds', async () => {
  expect(await status('/pushed')).toBe(404)
  push({
    'posts/2026-02-01-pushed.md': post('Fresh from the desk'),
    'public/assets/images/pushed.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9" width="1600" height="900"><rect width="16" height="9"/></svg>',
  })
  const answer = await hook(body())
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ added: 1, updated: 0, heldBack: [] })
  for (const [path, text] of [
    ['/pushed', 'Fresh from the desk'],
    ['/', 'Fresh from the desk'],
    ['/category/chips', 'Fresh from the desk'],
    ['/author/desk', 'Fresh from the desk'],
    ['/feed.xml', 'Fresh from the desk'],
    ['/sitemap/1.xml', '/pushed'],
    ['/assets/images/pushed.svg', '<rect'],
  ] as const) {
    await expect.poll(() => has(path, text), { timeout: 10_000, message: path }).toBe(true)
  }
})

test('an edit appears; an invalid one keeps the last good version and tells the operator', async () => {
  push({ 'posts/2026-02-01-pushed.md': post('A better headline') })
  await hook(body())
  await expect.poll(() => has('/pushed', 'A better headline'), { timeout: 10_000 }).toBe(true)

  push({ 'posts/2026-02-01-pushed.md': '---\ntitle: [broken\n---\n' })
  const answer = await (await hook(body())).json()
  expect(answer.heldBack).toEqual(['posts/2026-02-01-pushed.md'])
  expect(await has('/pushed', 'A better headline')).toBe(true)
  expect(await (await fetch(`${server.url}/api/health/ready`)).json()).toMatchObject({
    ready: true,
    invalid: 1,
  })
})

test('P17: a pushed hostile file is rejected and not served, and the story in the same push is published', async () => {
  push({
    'posts/2026-02-05-illustrated.md': post('With a picture').replace('pushed.svg', 'hostile.svg'),
    'public/assets/images/hostile.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    'public/late.html': '<script>alert(1)</script>',
    'public/about': 'in the way of a page',
    'public/feed.xml': '<x/>',
  })
  expect((await hook(body())).status).toBe(200)
  await expect.poll(() => has('/illustrated', 'With a picture'), { timeout: 10_000 }).toBe(true)
  expect(await has('/illustrated', 'hostile.svg')).toBe(false)
  expect(await status('/assets/images/hostile.svg')).toBe(404)
  expect(await status('/%61ssets/images/hostile.svg')).toBe(404)
  expect(await status('/late.html')).toBe(404)
  expect(await has('/about', '<h1')).toBe(true)
  expect(await has('/feed.xml', '<rss')).toBe(true)
  for (const path of [
    'public/assets/images/hostile.svg',
    'public/late.html',
    'public/about',
    'public/feed.xml',
  ])
    rmSync(join(desk, path))
  push({})
  expect((await hook(body())).status).toBe(200)
})

test('a withdrawn story disappears', async () => {
  rmSync(join(desk, 'posts/2026-02-01-pushed.md'))
  push({})
  expect(await (await hook(body())).json()).toMatchObject({ removed: 1 })
  await expect.poll(() => status('/pushed'), { timeout: 10_000 }).toBe(404)
  await expect.poll(() => has('/category/chips', 'A better headline'), { timeout: 10_000 }).toBe(false)
})

test('P12: the webhook accepts only signed, new, small requests about this branch', async () => {
  const good = body()
  expect((await hook(good, { 'X-Hub-Signature-256': '' })).status).toBe(401)
  expect((await hook(good, { 'X-Hub-Signature-256': signature(good, 'another secret') })).status).toBe(401)
  expect((await hook(good, { 'X-Hub-Signature-256': signature(good).slice(0, 20) })).status).toBe(401)
  expect((await hook(`${good} `, { 'X-Hub-Signature-256': signature(good) })).status).toBe(401)
  expect((await hook(good)).status).toBe(200)
  expect((await hook(good)).status).toBe(409)
  expect((await hook('x'.repeat(2_000_000))).status).toBe(413)
  expect((await hook('no JSON')).status).toBe(400)
  expect((await hook('{"no":"ref"}')).status).toBe(400)
  const other = await hook(body('refs/heads/draft'))
  expect([other.status, await other.json()]).toEqual([200, { ignored: 'refs/heads/draft' }])
  expect((await hook('{"zen":"ping"}', { 'X-GitHub-Event': 'ping' })).status).toBe(200)
  expect((await fetch(`${server.url}/api/revalidate`)).status).toBe(405)
})

test('P12: fifty simultaneous pushes cause one sync', async () => {
  push({ 'posts/2026-02-02-burst.md': post('In a burst') })
  const answers = await Promise.all(Array.from({ length: 50 }, () => hook(body())))
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
  const told = await Promise.all(answers.map((answer) => answer.json()))
  const syncs = new Set(told.map((answer) => JSON.stringify(answer)))
  expect(told.some(({ added }) => added === 1)).toBe(true)
  expect(syncs.size).toBeLessThanOrEqual(2)
})

test('npm run follow does the same without a webhook, and notifies the server', async () => {
  push({ 'posts/2026-02-03-followed.md': post('By following') })
  // Not execFileSync: while it blocks, the server closes keep-alive connections.
  const follow = (env: Record<string, string>) =>
    promisify(execFile)('npx', ['tsx', 'cli/follow.ts', '--once', '--server', server.url], {
      cwd: folder,
      env: { ...process.env, ...env },
    })
  await expect(follow({ REVALIDATE_SECRET: '' })).rejects.toThrow(/at least 32 characters/)
  expect((await follow({ REVALIDATE_SECRET: secret })).stdout).toMatch(
    / publication source=follow commit=[0-9a-f]{10} added=1 updated=0 removed=0 /,
  )
  await expect.poll(() => has('/followed', 'By following'), { timeout: 10_000 }).toBe(true)
  await expect.poll(() => has('/', 'By following'), { timeout: 10_000 }).toBe(true)
})

test('an edited story refreshes only its own lists; a renamed author changes in all of them', async () => {
  const cached = async (path: string) => (await fetch(server.url + path)).headers.get('x-nextjs-cache')
  const others = ['/category/research', '/about', '/nvidia-announces-the-h100', '/archive/2024/03']
  for (const path of [...others, '/category/chips']) await expect.poll(() => cached(path)).toBe('HIT')
  push({ 'posts/2026-02-03-exact.md': post('Only in one list') })
  await hook(body())
  await expect.poll(() => has('/category/chips', 'Only in one list'), { timeout: 10_000 }).toBe(true)
  for (const path of others) expect(await cached(path)).toBe('HIT')

  const author = readFileSync(join(desk, 'authors/desk.md'), 'utf8')
  push({ 'authors/desk.md': author.replace(/^name: .*$/m, 'name: The night desk') })
  await hook(body())
  await expect.poll(() => has('/category/research', 'The night desk'), { timeout: 10_000 }).toBe(true)
})

test('P2: a missing index is rebuilt at the next push, which is also published', async () => {
  push({ 'posts/2026-02-03-kept.md': post('Before it was gone') })
  await hook(body())
  await expect.poll(() => has('/kept', 'Before it was gone'), { timeout: 10_000 }).toBe(true)
  rmSync(join(folder, '.content/index.db'))
  const author = readFileSync(join(desk, 'authors/desk.md'), 'utf8')
  push({
    'posts/2026-02-03-kept.md': post('Read anew'),
    'posts/2026-02-03-new.md': post('New beside it'),
    'authors/desk.md': author.replace(/^name: .*$/m, 'name: The early desk'),
  })
  expect((await hook(body())).status).toBe(200)
  for (const [path, text] of [
    ['/kept', 'Read anew'],
    ['/category/chips', 'New beside it'],
    ['/category/research', 'The early desk'],
  ] as const)
    await expect.poll(() => has(path, text), { message: path, timeout: 10_000 }).toBe(true)
  expect((await fetch(`${server.url}/api/health/ready`)).status).toBe(200)
})

test('a commit made by hand on the server is neither merged nor lost: the sync stops and reports it', async () => {
  writeFileSync(join(folder, 'posts/2026-02-04-by-hand.md'), post('By hand'))
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'By hand')
  push({ 'posts/2026-02-05-elsewhere.md': post('Elsewhere') })
  expect((await hook(body())).status).toBe(502)
  expect(server.output()).toMatch(/ publication-failed source=webhook reason="publish: not a fast-forward/)
  expect(await status('/')).toBe(200)
})
