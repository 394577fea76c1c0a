import { spawn } from 'node:child_process'
import { chmodSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openStore } from '@/lib/store/open'
import { countLatest, listLatest } from '@/lib/store/queries/lists'
import { search } from '@/lib/store/search/search'
import { syncStore } from '@/lib/store/sync/sync'
import { newsroom, now, post, tidyUp } from './newsroom'

afterEach(tidyUp)
const repository = process.cwd()

/** A process that syncs, as `npm run sync` does it. Resolves when it has ended, by itself or killed. */
function syncElsewhere(root: string, index: string, killAfter?: number) {
  const program = `
    import { openStore } from '@/lib/store/open'
    import { syncStore } from '@/lib/store/sync/sync'
    const archive = openStore(${JSON.stringify(index)})
    process.stdout.write('begun')
    await syncStore(archive, { root: ${JSON.stringify(root)}, now: new Date(${now}) })
    archive.close()`
  const script = join(root, 'elsewhere.mts')
  writeFileSync(script, program)
  const tsx = pathToFileURL(join(repository, 'node_modules/tsx/dist/loader.mjs')).href
  const env = { ...process.env, TSX_TSCONFIG_PATH: join(repository, 'tsconfig.json') }
  const child = spawn(process.execPath, ['--import', tsx, script], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += text
  })
  if (killAfter !== undefined) {
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), killAfter))
  }
  return new Promise<{ signal: string | null; code: number | null; errors: string }>((done) =>
    child.on('close', (code, signal) => done({ code, signal, errors })),
  )
}

function fill(write: (path: string, content: string) => void, count: number, word: string) {
  for (let n = 0; n < count; n++) {
    const date = `2026-0${1 + (n % 5)}-${10 + (n % 18)}`
    write(
      `posts/${date}-story-${n}.md`,
      post({ title: `${word} ${n}`, tags: `[A, B, ${word}]` }, `${word} text. `.repeat(200)),
    )
  }
}

test('P2: a sync may be killed at any moment: readers have the state before or the one after, and the next sync mends', async () => {
  const { root, index, write, sync, reader } = newsroom()
  fill(write, 150, 'before')
  await sync()
  const ends = new Set<string>()
  for (const [round, wait] of [0, 15, 40, 80, 120, 160, 220, 300].entries()) {
    const word = `round${round}`
    fill(write, 150, word)
    const { signal, code, errors } = await syncElsewhere(root, index, wait)
    ends.add(signal ?? `${code}${errors}`)
    const archive = reader()
    expect(archive.connection().all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    const titles = new Set(listLatest(archive, now, 500).map(({ title }) => title.split(' ')[0]))
    expect(titles.size).toBe(1)
    expect(countLatest(archive, now)).toBe(150)
    await sync()
    expect(search(reader(), now, word, 1).total).toBe(150)
  }
  expect(ends).toContain('SIGKILL')
  expect(readdirSync(dirname(index))).toEqual(['index.db'])
}, 60_000)

test('P2: a first sync that is killed leaves nothing that looks like an index', async () => {
  const { root, index, write, sync, reader } = newsroom()
  fill(write, 300, 'word')
  const { signal } = await syncElsewhere(root, index, 30)
  expect(signal).toBe('SIGKILL')
  expect(() => reader()).toThrow('npm run sync')
  await sync()
  expect(countLatest(reader(), now)).toBe(300)
}, 60_000)

test('two syncs at once, in one process and in two, wait for each other', async () => {
  const { root, index, write, sync, reader } = newsroom()
  fill(write, 5, 'before')
  await sync()
  fill(write, 80, 'after')
  const archive = openStore(index)
  const options = { root, now: new Date(now) }
  const [first, second, third, elsewhere] = await Promise.all([
    syncStore(archive, options),
    syncStore(archive, options),
    sync(),
    syncElsewhere(root, index),
  ])
  archive.close()
  expect(elsewhere).toEqual({ code: 0, signal: null, errors: '' })
  expect([first, second, third].map(({ added }) => added).sort()).toEqual([0, 0, 75])
  expect(countLatest(reader(), now)).toBe(80)
  expect(reader().connection().all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
}, 60_000)

test('two first syncs at once both end well', async () => {
  const { root, index, write, reader, sync } = newsroom()
  fill(write, 60, 'word')
  const [one, other] = await Promise.all([sync(), syncElsewhere(root, index)])
  expect(one.added).toBe(60)
  expect(other).toEqual({ code: 0, signal: null, errors: '' })
  expect(countLatest(reader(), now)).toBe(60)
}, 60_000)

/** Permissions mean nothing to root, who runs the tests in containers; so the sync runs as nobody there. */
async function withoutPrivileges<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work()
  process.seteuid?.(65_534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

test('P2: a folder that cannot be read deletes nothing, and the rest is synced', async () => {
  const { root, index, write, sync, reader } = newsroom()
  write('posts/locked/2026-01-01-one.md', post())
  write('posts/2026-01-02-two.md', post())
  write('public/locked/chip.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"></svg>')
  await sync()
  write('posts/2026-01-03-three.md', post())
  for (const open of [root, dirname(index)]) chmodSync(open, 0o777)
  chmodSync(index, 0o666)
  for (const locked of ['posts/locked', 'public/locked']) chmodSync(join(root, locked), 0)
  const report = await withoutPrivileges(() => sync()).finally(() => {
    for (const locked of ['posts/locked', 'public/locked']) chmodSync(join(root, locked), 0o755)
  })
  expect(report).toMatchObject({ added: 1, removed: 0, changed: { slugs: ['three'], pictures: [] } })
  expect(report.problems.map(({ file }) => file)).toEqual(['posts/locked', 'public/locked'])
  expect(listLatest(reader(), now, 10).map(({ slug }) => slug)).toEqual(['three', 'two', 'one'])
  expect(await sync()).toMatchObject({ unchanged: 3, problems: [] })
})

test('P2: a file that cannot be read keeps its last good version and is tried again', async () => {
  const { root, index, write, sync, reader } = newsroom()
  const path = 'posts/2026-01-01-one.md'
  write(path, post({ title: 'Good' }))
  await sync()
  write(path, post({ title: 'Better' }))
  for (const open of [root, dirname(index)]) chmodSync(open, 0o777)
  chmodSync(index, 0o666)
  chmodSync(join(root, path), 0)
  const report = await withoutPrivileges(() => sync()).finally(() => chmodSync(join(root, path), 0o644))
  expect(report).toMatchObject({
    updated: 0,
    quarantined: [path],
    problems: [{ file: path, severity: 'error' }],
  })
  expect(listLatest(reader(), now, 1)[0]?.title).toBe('Good')
  expect(await sync()).toMatchObject({ updated: 1, quarantined: [], problems: [] })
})
