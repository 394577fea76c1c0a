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
import { builtSite, sync } from './built-site'
import { serve } from './scratch-site'

// One server through all of it, as on a bad day.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

const port = Number(process.env.E2E_PORT ?? 3210) + 103
const command = ['node', join(process.cwd(), 'node_modules/next/dist/bin/next'), 'start', '-p', `${port}`]
let folder = ''
let server: Awaited<ReturnType<typeof serve>>
let stories = 0

const story = (title: string) =>
  `---\ntitle: ${title}\ndescription: What stands here.\nauthor: desk\ncategory: News\ndate: 2026-02-01\n---\n\nText of ${title}.\n`

/** A public story that nobody has asked for yet, so that its page is not remembered anywhere. */
function write(title: string): string {
  const slug = `fault-${++stories}`
  writeFileSync(join(folder, `posts/2026-02-01-${slug}.md`), story(title))
  return slug
}

const page = async (slug: string) => {
  const answer = await fetch(`${server.url}/${slug}`)
  return { status: answer.status, text: await answer.text() }
}

async function shows(slug: string, title: string) {
  const { status, text } = await page(slug)
  expect(`${slug} ${status}`).toBe(`${slug} 200`)
  expect(text).toContain(`Text of ${title}.`)
}

const ready = async () => (await fetch(`${server.url}/api/health/ready`)).status

test.beforeAll(async () => {
  test.setTimeout(300_000)
  folder = builtSite('faults')
  await sync(folder)
  server = await serve(folder, command, port)
})
test.afterAll(async () => {
  await server?.stop()
})

test('P2: an edit that is invalid or half-written leaves the last good page, also where nobody had asked for it yet', async () => {
  const seen = write('Seen before')
  const unseen = write('Seen by nobody')
  await sync(folder)
  await shows(seen, 'Seen before')
  const path = (slug: string) => join(folder, `posts/2026-02-01-${slug}.md`)
  writeFileSync(path(seen), story('Seen before').slice(0, 40))
  writeFileSync(path(unseen), story('Seen by nobody').replace('title: ', 'title: "'))
  expect(await sync(folder)).toContain(unseen)
  await shows(seen, 'Seen before')
  await shows(unseen, 'Seen by nobody')
  expect((await page('')).status).toBe(200)
  expect(await ready()).toBe(200)
})

test('P2: a file that is a link, a pipe, too large or cannot be read any more leaves its last good page', async () => {
  const faults: Record<string, (path: string) => void> = {
    'a link to nothing': (path) => symlinkSync('nowhere.md', path),
    'a pipe that nobody writes to': (path) => execFileSync('mkfifo', [path]),
    'half a megabyte': (path) => writeFileSync(path, story('Large') + 'x'.repeat(600_000)),
    'a name with no end': (path) =>
      writeFileSync(path.replace('.md', `${'-x'.repeat(110)}.md`), story('Long')),
  }
  const seen = Object.keys(faults).map((fault) => [fault, write(fault)] as const)
  const unread = write('Read before')
  await sync(folder)
  const path = (slug: string) => join(folder, `posts/2026-02-01-${slug}.md`)
  for (const [fault, slug] of seen) {
    if (fault !== 'a name with no end') rmSync(path(slug))
    faults[fault]?.(path(slug))
  }
  // The disk answers any reading of this with an error, as a failing one does.
  const isBad = spawnSync('mount', ['--bind', `/proc/${process.pid}/mem`, path(unread)]).status === 0
  try {
    if (isBad) expect(() => readFileSync(path(unread))).toThrow('EIO')
    const said = await sync(folder)
    for (const [fault, slug] of seen) {
      await shows(slug, fault)
      expect(said).toContain(`posts/2026-02-01-${slug}`)
    }
    await shows(unread, 'Read before')
    if (isBad) expect(said).toContain('EIO')
    expect(await ready()).toBe(200)
    const later = write('Beside bad files')
    await sync(folder)
    await shows(later, 'Beside bad files')
  } finally {
    if (isBad) execFileSync('umount', [path(unread)])
    for (const file of readdirSync(join(folder, 'posts')))
      if (/-x-x|^2026-02-01-fault-[3-6]\.md$/.test(file)) rmSync(join(folder, 'posts', file))
  }
})

test('P2: where the folder of the posts is gone, or no folder, nothing is', async () => {
  const slug = write('Still there')
  await sync(folder)
  renameSync(join(folder, 'posts'), join(folder, 'posts.away'))
  await sync(folder)
  await shows(slug, 'Still there')
  writeFileSync(join(folder, 'posts'), 'no folder')
  await sync(folder)
  await shows('fault-1', 'Seen before')
  expect(await ready()).toBe(200)
  rmSync(join(folder, 'posts'))
  renameSync(join(folder, 'posts.away'), join(folder, 'posts'))
})

test('P2: while the index is gone the server goes on with the one it has open', async () => {
  const slug = write('Without an index')
  await sync(folder)
  const index = join(folder, '.content/index.db')
  renameSync(index, `${index}.away`)
  await shows(slug, 'Without an index')
  renameSync(`${index}.away`, index)
  await shows(slug, 'Without an index')
})

test('P2: garbage put in the place of the index is not read, and a sync makes it good', async () => {
  const slug = write('Beside garbage')
  await sync(folder)
  const index = join(folder, '.content/index.db')
  writeFileSync(`${index}.new`, 'no database')
  renameSync(`${index}.new`, index)
  await shows(slug, 'Beside garbage')
  const later = write('After garbage')
  await sync(folder)
  await shows(later, 'After garbage')
  expect(await ready()).toBe(200)
})

test('P2: an index that is overwritten under the server keeps every page that was made, tells the operator, and is mended by a sync', async () => {
  const seen = write('Made before')
  await sync(folder)
  await shows(seen, 'Made before')
  const index = join(folder, '.content/index.db')
  // The same file, so that it is not just another one: what a failing disk does.
  writeFileSync(index, Buffer.alloc(readFileSync(index).length, 0x5a))
  await shows(seen, 'Made before')
  expect(await ready()).toBe(503)
  const later = write('After the disk was mended')
  await sync(folder)
  await shows(later, 'After the disk was mended')
  expect(await ready()).toBe(200)
})

test('P2: where the disk is full a sync says so and takes nothing from readers, and with space again it does its work', async () => {
  const probe = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'copydesk-e2e', join(folder, 'public')])
  test.skip(probe.status !== 0, `A small disk cannot be mounted here: ${probe.stderr}`)
  execFileSync('umount', [join(folder, 'public')])
  const seen = write('Before it was full')
  await sync(folder)
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
    await shows(seen, 'Before it was full')
    const before = readFileSync(index)
    expect(() => writeFileSync(join(content, 'filler'), Buffer.alloc(size))).toThrow('ENOSPC')
    const slug = write('When there is space')
    expect(await sync(folder)).toMatch(/full|space/i)
    await shows(seen, 'Before it was full')
    expect((await page(slug)).status).toBe(404)
    expect(readFileSync(index).equals(before)).toBe(true)
    rmSync(join(content, 'filler'))
    expect(await sync(folder)).toContain('1 added')
    const later = write('After that')
    await sync(folder)
    await shows(later, 'After that')
  } finally {
    await server.stop()
    execFileSync('umount', ['-l', content])
    rmSync(content, { recursive: true })
    renameSync(aside, content)
  }
})

test('P2: a server that starts without an index says so to its proxy, and is ready after a sync', async () => {
  await server.stop()
  rmSync(join(folder, '.content'), { recursive: true, force: true })
  mkdirSync(join(folder, '.content'))
  expect(existsSync(join(folder, '.content/index.db'))).toBe(false)
  server = await serve(folder, command, port, {}, '/api/health/live')
  expect(await ready()).toBe(503)
  await sync(folder)
  expect(await ready()).toBe(200)
  expect((await page('')).status).toBe(200)
})

test('P2: npm start makes the index where there is none', async () => {
  await server.stop()
  rmSync(join(folder, '.content'), { recursive: true, force: true })
  const slug = write('Indexed by npm start')
  const npmStart = ['node', '--import', 'tsx', 'cli/start.ts', '-p', `${port}`]
  server = await serve(folder, npmStart, port, { PORT: `${port}` }, '/api/health/ready')
  await shows(slug, 'Indexed by npm start')
  await server.stop()
  server = await serve(folder, command, port)
})

test('P2, P4: when the clock jumps ahead what is due is public, when it is set back every page answers, and what was remembered ahead is forgotten', async () => {
  test.setTimeout(300_000)
  await server.stop()
  const clock = join(folder, 'clock')
  const set = async (hours: number) => {
    writeFileSync(clock, `${hours * 3_600_000}`)
    // The server looks at it ten times a second.
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await set(0)
  const preload = `--require ${join(process.cwd(), 'e2e/jumping-clock.cjs')}`
  server = await serve(folder, command, port, { CLOCK: clock, NODE_OPTIONS: preload })
  const due = new Date(Date.now() + 24 * 3_600_000).toISOString()
  const scheduled = story('Due tomorrow').replace('date: 2026-02-01', `date: "${due}"`)
  writeFileSync(join(folder, 'posts/2026-02-01-tomorrow.md'), scheduled)
  const before = write('Out already')
  await sync(folder)
  await shows(before, 'Out already')
  const found = async () => (await page('search?q=tomorrow')).text.includes('href="/tomorrow"')
  expect(await found()).toBe(false)
  await set(48)
  expect(await found()).toBe(true)
  await shows('tomorrow', 'Due tomorrow')
  await shows(before, 'Out already')
  // Not there yet, which is remembered for a minute, but by a clock that is two days ahead.
  expect((await page(`fault-${stories + 1}`)).status).toBe(404)
  await set(-48)
  for (const path of ['', before, 'feed.xml', 'archive', 'sitemap.xml', 'search?q=out'])
    expect(`${path} ${(await page(path)).status}`).toBe(`${path} 200`)
  await set(0)
  expect(await ready()).toBe(200)
  const later = write('After the jumps')
  await sync(folder)
  await shows(later, 'After the jumps')
})
