import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { hostileSvgs, jpegOfManyScans } from '../__tests__/fixtures/hostile-pictures'
import { copyBuiltSite, runSync } from './built-site'
import { rawRequest } from './raw-request'
import { serve } from './scratch-site'

const port = Number(process.env.E2E_PORT ?? 3210) + 7

/** `next start` with the memory limit of deploy/Dockerfile. */
const start = (folder: string) =>
  serve(
    folder,
    [
      'node',
      '--max-old-space-size=160',
      '--max-semi-space-size=8',
      join(process.cwd(), 'node_modules/next/dist/bin/next'),
      'start',
      '-p',
      `${port}`,
    ],
    port,
    {},
    '/api/health/live',
  )

/** Posts whose lead picture is an SVG, with the file of that SVG. */
const postsWithSvg = (folder: string) =>
  readdirSync(join(folder, 'posts'))
    .filter((name) => /\.mdx?$/.test(name))
    .flatMap((name) => {
      const [head = ''] = readFileSync(join(folder, 'posts', name), 'utf8').split('\n---')
      const src = /src:\s*(\/assets\/\S+\.svg)/.exec(head)?.[1]
      return src
        ? [{ slug: name.replace(/^\d{4}-\d\d-\d\d-|\.mdx?$/g, ''), file: join(folder, 'public', src) }]
        : []
    })

type Process = { pid: number; parent: number; seconds: number; command: string }
const processes = (): Process[] =>
  execFileSync('ps', ['-e', '-o', 'pid=,ppid=,cputimes=,args='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, seconds, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
      return pid ? [{ pid: Number(pid), parent: Number(parent), seconds: Number(seconds), command }] : []
    })
const workersOf = (folder: string) =>
  processes().filter(({ command }) => command.includes(join(folder, 'lib/images/image-worker.mjs')))

test('P18: stories whose SVGs never finish rendering get share cards, and the site keeps answering meanwhile', async () => {
  test.setTimeout(900_000)
  const folder = copyBuiltSite('killable')
  expect(await runSync(folder)).toContain('added')
  const server = await start(folder)
  try {
    const stories = postsWithSvg(folder)
    const bad = stories.slice(0, Object.keys(hostileSvgs).length)
    const good = stories[bad.length]
    expect(bad).toHaveLength(Object.keys(hostileSvgs).length)
    // Written after the sync, which would have rejected them.
    for (const [place, text] of Object.values(hostileSvgs).entries())
      writeFileSync(bad[place]?.file ?? '', text)
    const status = async (path: string) => (await fetch(server.url + path)).status
    const asking = bad.map(({ slug }) => status(`/og/${slug}/card.png`))
    for (const path of [
      '/api/health/live',
      '/api/health/ready',
      '/',
      '/none-such',
      '/search?q=chips',
      '/assets/images/deepseek-r1.jpg',
    ])
      expect([path, await status(path)]).toEqual([path, path === '/none-such' ? 404 : 200])
    // Each request gets a card, or 503 because too many are waiting.
    for (const answer of await Promise.all(asking)) expect([200, 503]).toContain(answer)
    // Those that got 503 try again, and in the end every story has its card.
    for (const { slug } of bad)
      await expect.poll(() => status(`/og/${slug}/card.png`), { timeout: 300_000 }).toBe(200)
    expect(await status(`/og/${good?.slug}/card.png`)).toBe(200)
    expect(await status('/_next/image?url=%2Fassets%2Fimages%2Fdeepseek-r1.jpg&w=640&q=75')).toBe(200)
    // Another size of a bad picture is another card, but does not open the file again. No drawing is in progress any more.
    for (const { slug } of bad) expect(await status(`/og/${slug}/1x1.png`)).toBe(200)
    const seconds = () => workersOf(folder).reduce((sum, worker) => sum + worker.seconds, 0)
    const before = seconds()
    await sleep(5000)
    expect(seconds() - before).toBeLessThanOrEqual(1)
  } finally {
    await server.stop()
  }
  await expect.poll(() => workersOf(folder)).toEqual([])
})

test('P18: a photo that cannot be resized is served as it is, and a killed server leaves no worker', async () => {
  const folder = copyBuiltSite('killable-raster')
  await runSync(folder)
  const server = await start(folder)
  try {
    const file = join(folder, 'public/assets/images/deepseek-r1.jpg')
    writeFileSync(file, await jpegOfManyScans(1500, 1000))
    const path = '/_next/image?url=%2Fassets%2Fimages%2Fdeepseek-r1.jpg&w=640&q=75'
    const answers = await Promise.all(
      ['image/avif', 'image/webp', '*/*'].map((accept) =>
        fetch(server.url + path, { headers: { accept }, redirect: 'manual' }),
      ),
    )
    for (const { status, headers } of answers)
      expect([status, headers.get('location')]).toEqual([307, '/assets/images/deepseek-r1.jpg'])
    expect(workersOf(folder).length).toBeGreaterThan(0)
    for (const { pid, parent } of workersOf(folder)) {
      expect(pid).not.toBe(parent)
      process.kill(parent, 'SIGKILL')
      break
    }
    await expect.poll(() => workersOf(folder)).toEqual([])
  } finally {
    await server.stop()
  }
})

test('P18: a picture has one URL per width; every other spelling is rejected', async () => {
  const folder = copyBuiltSite('killable-spellings')
  await runSync(folder)
  const server = await start(folder)
  try {
    const written = '/_next/image?url=%2Fassets%2Fimages%2Fdeepseek-r1.jpg&w=640&q=75'
    const ask = async (path: string) => (await rawRequest(server.url, path)).status
    expect(await ask(written)).toBe(200)
    const src = (text: string) => written.replace('%2Fassets%2Fimages%2Fdeepseek-r1.jpg', text)
    const others = [
      ...['%3Fv1', '%23a', '%20', '%00', '%2F', '%252F', '%3B'].map((end) =>
        src(`%2Fassets%2Fimages%2Fdeepseek-r1.jpg${end}`),
      ),
      src('%2F.%2Fassets%2Fimages%2Fdeepseek-r1.jpg'),
      src('%2Fassets%2F.%2Fimages%2Fdeepseek-r1.jpg'),
      src('%2Fassets%2Fx%2F..%2Fimages%2Fdeepseek-r1.jpg'),
      src('%2Fassets%2F%2Fimages%2Fdeepseek-r1.jpg'),
      src('%2Fassets%2Fimages%2F%2564eepseek-r1.jpg'),
      src('%2Fassets%2Fimages%2F%252564eepseek-r1.jpg'),
      src('%2Fassets%5Cimages%5Cdeepseek-r1.jpg'),
      src('%2FASSETS%2Fimages%2Fdeepseek-r1.jpg'),
      src('/assets/images/deepseek-r1.jpg'),
      src('%2fassets%2Fimages%2Fdeepseek-r1.jpg'),
      src('http%3A%2F%2Flocalhost%2Fassets%2Fimages%2Fdeepseek-r1.jpg'),
      written.replace('w=640', 'w=641'),
      written.replace('w=640', 'w=0640'),
      written.replace('q=75', 'q=74'),
      `${written}&`,
      `${written}&v=1`,
      written.replace('?', '?&'),
      written.replace('/image?', '/image/?'),
      written.replace('/_next', '/./_next'),
      written.replace('_next', '_NEXT'),
      written.replace('image?', '%69mage?'),
      written.replace('/_next/image', '/api/image'),
    ]
    const answers = await Promise.all(others.map(async (path) => [path, await ask(path)]))
    expect(answers.filter(([, status]) => status !== 400)).toEqual([])
    // Spellings that Next does not recognise as its own.
    expect(await ask(written.replace('image?', 'imagex?'))).toBe(404)
    // A changed file is served without a restart.
    const file = join(folder, 'public/assets/images/deepseek-r1.jpg')
    const { mtime } = statSync(file)
    const from = async () => (await rawRequest(server.url, written)).headers.get('x-nextjs-cache')
    expect(await from()).toBe('HIT')
    utimesSync(file, mtime, new Date(mtime.getTime() + 1000))
    expect(await from()).toBe('MISS')
  } finally {
    await server.stop()
  }
})
