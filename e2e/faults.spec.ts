import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { copyBuiltSite, runSync } from './built-site'
import { serve } from './scratch-site'

// One server for all tests, so that the faults add up.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

const port = Number(process.env.E2E_PORT ?? 3210) + 103
const command = ['node', join(process.cwd(), 'node_modules/next/dist/bin/next'), 'start', '-p', `${port}`]
let folder = ''
let server: Awaited<ReturnType<typeof serve>>
let stories = 0

const story = (title: string) =>
  `---\ntitle: ${title}\ndescription: What stands here.\nauthor: desk\ncategory: News\ndate: 2026-02-01\n---\n\nText of ${title}.\n`

/** Writes a public post that has not been requested yet, so that its page is not cached anywhere. */
function write(title: string): string {
  const slug = `fault-${++stories}`
  writeFileSync(join(folder, `posts/2026-02-01-${slug}.md`), story(title))
  return slug
}

const page = async (slug: string) => {
  const answer = await fetch(`${server.url}/${slug}`)
  return { status: answer.status, text: await answer.text() }
}

async function expectTitle(slug: string, title: string) {
  const { status, text } = await page(slug)
  expect(`${slug} ${status}`).toBe(`${slug} 200`)
  expect(text).toContain(`Text of ${title}.`)
}

const ready = async () => (await fetch(`${server.url}/api/health/ready`)).status

test.beforeAll(async () => {
  test.setTimeout(300_000)
  folder = copyBuiltSite('faults')
  await runSync(folder)
  server = await serve(folder, command, port)
})
test.afterAll(async () => {
  await server?.stop()
})

test('P2: an invalid or half-written edit keeps the last good page, even if nobody has requested it yet', async () => {
  const seen = write('Seen before')
  const unseen = write('Seen by nobody')
  await runSync(folder)
  await expectTitle(seen, 'Seen before')
  const path = (slug: string) => join(folder, `posts/2026-02-01-${slug}.md`)
  writeFileSync(path(seen), story('Seen before').slice(0, 40))
  writeFileSync(path(unseen), story('Seen by nobody').replace('title: ', 'title: "'))
  expect(await runSync(folder)).toContain(unseen)
  await expectTitle(seen, 'Seen before')
  await expectTitle(unseen, 'Seen by nobody')
  expect((await page('')).status).toBe(200)
  expect(await ready()).toBe(200)
})

test('P2: a file that becomes a symlink, a pipe, too large or unreadable keeps its last good page', async () => {
  const faults: Record<string, (path: string) => void> = {
    'a link to nothing': (path) => symlinkSync('nowhere.md', path),
    'a pipe that nobody writes to': (path) => execFileSync('mkfifo', [path]),
    'half a megabyte': (path) => writeFileSync(path, story('Large') + 'x'.repeat(600_000)),
    'a name with no end': (path) =>
      writeFileSync(path.replace('.md', `${'-x'.repeat(110)}.md`), story('Long')),
  }
  const seen = Object.keys(faults).map((fault) => [fault, write(fault)] as const)
  const unread = write('Read before')
  await runSync(folder)
  const path = (slug: string) => join(folder, `posts/2026-02-01-${slug}.md`)
  for (const [fault, slug] of seen) {
    if (fault !== 'a name with no end') rmSync(path(slug))
    faults[fault]?.(path(slug))
  }
  // Every read of this file fails, as on a failing disk.
  const isBad = spawnSync('mount', ['--bind', `/proc/${process.pid}/mem`, path(unread)]).status === 0
  try {
    if (isBad) expect(() => readFileSync(path(unread))).toThrow('EIO')
    const said = await runSync(folder)
    for (const [fault, slug] of seen) {
      await expectTitle(slug, fault)
      expect(said).toContain(`posts/2026-02-01-${slug}`)
    }
    await expectTitle(unread, 'Read before')
    if (isBad) expect(said).toContain('EIO')
    expect(await ready()).toBe(200)
    const later = write('Beside bad files')
    await runSync(folder)
    await expectTitle(later, 'Beside bad files')
  } finally {
    if (isBad) execFileSync('umount', [path(unread)])
    for (const file of readdirSync(join(folder, 'posts')))
      if (/-x-x|^2026-02-01-fault-[3-6]\.md$/.test(file)) rmSync(join(folder, 'posts', file))
  }
})

test('P2: if posts/ is missing or not a folder, no story disappears', async () => {
  const slug = write('Still there')
  await runSync(folder)
  renameSync(join(folder, 'posts'), join(folder, 'posts.away'))
  await runSync(folder)
  await expectTitle(slug, 'Still there')
  writeFileSync(join(folder, 'posts'), 'no folder')
  await runSync(folder)
  await expectTitle('fault-1', 'Seen before')
  expect(await ready()).toBe(200)
  rmSync(join(folder, 'posts'))
  renameSync(join(folder, 'posts.away'), join(folder, 'posts'))
})

test('P2: if the index is deleted, the server continues with the open file', async () => {
  const slug = write('Without an index')
  await runSync(folder)
  const index = join(folder, '.content/index.db')
  renameSync(index, `${index}.away`)
  await expectTitle(slug, 'Without an index')
  renameSync(`${index}.away`, index)
  await expectTitle(slug, 'Without an index')
})

test('P2: a garbage file in place of the index is not read, and a sync replaces it', async () => {
  const slug = write('Beside garbage')
  await runSync(folder)
  const index = join(folder, '.content/index.db')
  writeFileSync(`${index}.new`, 'no database')
  renameSync(`${index}.new`, index)
  await expectTitle(slug, 'Beside garbage')
  const later = write('After garbage')
  await runSync(folder)
  await expectTitle(later, 'After garbage')
  expect(await ready()).toBe(200)
})

test('P2: if the open index is overwritten, cached pages stay, the operator is warned, and a sync repairs it', async () => {
  const seen = write('Made before')
  await runSync(folder)
  await expectTitle(seen, 'Made before')
  const index = join(folder, '.content/index.db')
  // Overwrites the same file instead of replacing it, as a failing disk does.
  writeFileSync(index, Buffer.alloc(readFileSync(index).length, 0x5a))
  await expectTitle(seen, 'Made before')
  expect(await ready()).toBe(503)
  const later = write('After the disk was mended')
  await runSync(folder)
  await expectTitle(later, 'After the disk was mended')
  expect(await ready()).toBe(200)
})

test('P2: on a full disk a sync reports it and removes nothing; once there is space, it succeeds', async () => {
  const probe = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'copydesk-e2e', join(folder, 'public')])
  test.skip(probe.status !== 0, `A small disk cannot be mounted here: ${probe.stderr}`)
  execFileSync('umount', [join(folder, 'public')])
  const seen = write('Before it was full')
  await runSync(folder)
  await server.stop()
  const content = join(folder, '.content')
  const index = join(content, 'index.db')
  const aside = `${content}.aside`
  renameSync(content, aside)
  mkdirSync(content)
  const size = statSync(join(aside, 'index.db')).size + 400_000
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'copydesk-e2e', content])
  try {
    cpSync(aside, content, { recursive: true })
    server = await serve(folder, command, port)
    await expectTitle(seen, 'Before it was full')
    const before = readFileSync(index)
    expect(() => writeFileSync(join(content, 'filler'), Buffer.alloc(size))).toThrow('ENOSPC')
    const slug = write('When there is space')
    expect(await runSync(folder)).toMatch(/full|space/i)
    await expectTitle(seen, 'Before it was full')
    expect((await page(slug)).status).toBe(404)
    expect(readFileSync(index).equals(before)).toBe(true)
    rmSync(join(content, 'filler'))
    expect(await runSync(folder)).toContain('1 added')
    const later = write('After that')
    await runSync(folder)
    await expectTitle(later, 'After that')
  } finally {
    await server.stop()
    execFileSync('umount', ['-l', content])
    rmSync(content, { recursive: true })
    renameSync(aside, content)
  }
})

test('P2: a server that starts without an index fails its readiness check until a sync', async () => {
  await server.stop()
  rmSync(join(folder, '.content'), { recursive: true, force: true })
  mkdirSync(join(folder, '.content'))
  expect(existsSync(join(folder, '.content/index.db'))).toBe(false)
  server = await serve(folder, command, port, {}, '/api/health/live')
  expect(await ready()).toBe(503)
  await runSync(folder)
  expect(await ready()).toBe(200)
  expect((await page('')).status).toBe(200)
})

test('P2, P4: when the clock jumps ahead, due stories are published; when it is set back, every page answers and entries cached in the future expire', async () => {
  test.setTimeout(300_000)
  await server.stop()
  const clock = join(folder, 'clock')
  const set = async (hours: number) => {
    writeFileSync(clock, `${hours * 3_600_000}`)
    // The server reads the file ten times a second.
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await set(0)
  const preload = `--require ${join(process.cwd(), 'e2e/jumping-clock.cjs')}`
  server = await serve(folder, command, port, { CLOCK: clock, NODE_OPTIONS: preload })
  const due = new Date(Date.now() + 24 * 3_600_000).toISOString()
  const scheduled = story('Due tomorrow').replace('date: 2026-02-01', `date: "${due}"`)
  writeFileSync(join(folder, 'posts/2026-02-01-tomorrow.md'), scheduled)
  const before = write('Out already')
  await runSync(folder)
  await expectTitle(before, 'Out already')
  const found = async () => (await page('search?q=tomorrow')).text.includes('href="/tomorrow"')
  expect(await found()).toBe(false)
  await set(48)
  expect(await found()).toBe(true)
  await expectTitle('tomorrow', 'Due tomorrow')
  await expectTitle(before, 'Out already')
  // A 404, cached for a minute by a clock that is two days ahead.
  expect((await page(`fault-${stories + 1}`)).status).toBe(404)
  await set(-48)
  for (const path of ['', before, 'feed.xml', 'archive', 'sitemap.xml', 'search?q=out'])
    expect(`${path} ${(await page(path)).status}`).toBe(`${path} 200`)
  await set(0)
  expect(await ready()).toBe(200)
  const later = write('After the jumps')
  await runSync(folder)
  await expectTitle(later, 'After the jumps')
})
