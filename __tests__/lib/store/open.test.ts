import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { connect } from '@/lib/store/database'
import { openStore } from '@/lib/store/open'
import { listLatest } from '@/lib/store/queries/lists'
import { postBySlug } from '@/lib/store/queries/posts'
import { storeStatus } from '@/lib/store/queries/status'
import { syncStore } from '@/lib/store/sync/sync'
import { newsroom, now, post, tidyUp } from './newsroom'

afterEach(tidyUp)

test('where there is no index, the error says what to do, and no file is made', () => {
  const { index } = newsroom()
  expect(() => openStore(index, { readonly: true })).toThrow('There is no index at')
  expect(() => openStore(index, { readonly: true })).toThrow('npm run sync')
  expect(existsSync(index)).toBe(false)
})

test.each([
  ['an empty file', (path: string) => writeFileSync(path, '')],
  ['something else', (path: string) => writeFileSync(path, 'no database '.repeat(1000))],
  ['an index of another release', (path: string) => setVersion(path, 7)],
  ['an index whose middle is damaged', damage],
])('%s is refused by readers with a clear error, and the next sync makes it anew', async (_what, spoil) => {
  const { index, write, sync, reader } = newsroom()
  for (let day = 10; day < 30; day++)
    write(`posts/2026-01-${day}-day-${day}.md`, post({}, 'Text. '.repeat(2000)))
  await sync()
  spoil(index)
  expect(() => storeStatus(reader(), now) && listLatest(reader(), now, 100)).toThrow('npm run sync')
  write('posts/2026-01-31-last.md', post())
  expect(await sync()).toMatchObject({ quarantined: [] })
  expect(listLatest(reader(), now, 100)).toHaveLength(21)
  expect(readdirSync(dirname(index))).toEqual(['index.db'])
})

function setVersion(path: string, version: number) {
  const db = connect(path, 0)
  db.exec(`PRAGMA user_version = ${version}`)
  db.close()
}

/** Leaves the first page, so that opening the file shows nothing. */
function damage(path: string) {
  const { size } = statSync(path)
  const rubbish = Buffer.alloc(size - 4096, 'x')
  const file = openSync(path, 'r+')
  writeSync(file, rubbish, 0, rubbish.length, 4096)
  closeSync(file)
}

test('after a sync the index is one file, without a journal', async () => {
  const { index, write, sync } = newsroom()
  write('posts/2026-01-01-one.md', post())
  await sync()
  write('posts/2026-01-02-two.md', post())
  await sync()
  expect(readdirSync(dirname(index))).toEqual(['index.db'])
})

test('P2: a reader undoes what a sync left that was killed in the middle of its commit', async () => {
  const { root, index, write, sync } = newsroom()
  for (let day = 10; day < 30; day++) write(`posts/2026-01-${day}-day-${day}.md`, post({ title: 'Before' }))
  await sync()
  const dying = connect(index, 0)
  // With so small a cache the file is overwritten before the commit, and the journal holds what was there.
  dying.exec(
    `PRAGMA cache_spill = 1; PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE posts SET summary = '{}', at = 0`,
  )
  const crashed = join(root, 'crashed')
  cpSync(dirname(index), crashed, { recursive: true })
  dying.close()
  expect(readdirSync(crashed)).toEqual(['index.db', 'index.db-journal'])
  const archive = openStore(join(crashed, 'index.db'), { readonly: true })
  expect(listLatest(archive, now, 30).map(({ title }) => title)).toEqual(Array(20).fill('Before'))
  archive.close()
})

test('a running server sees the next sync, also when that makes the index anew', async () => {
  const { root, index, write, sync, reader } = newsroom()
  write('posts/2026-01-01-one.md', post({ title: 'First' }))
  await sync()
  const archive = reader()
  expect(postBySlug(archive, now, 'one')?.title).toBe('First')
  write('posts/2026-01-01-one.md', post({ title: 'Second' }))
  await sync()
  expect(postBySlug(archive, now, 'one')?.title).toBe('Second')
  write('posts/2026-01-01-one.md', post({ title: 'Third' }))
  const writer = openStore(index)
  writer.startNewFile()
  await syncStore(writer, { root, now: new Date(now) })
  writer.close()
  expect(postBySlug(archive, now, 'one')?.title).toBe('Third')
})

test('P2: a running server goes on while the index is gone, and finds it when it is back', async () => {
  const { index, write, sync, reader } = newsroom()
  write('posts/2026-01-01-one.md', post({ title: 'First' }))
  await sync()
  const archive = reader()
  rmSync(index)
  expect(postBySlug(archive, now, 'one')?.title).toBe('First')
  write('posts/2026-01-01-one.md', post({ title: 'Second' }))
  await sync()
  expect(postBySlug(archive, now, 'one')?.title).toBe('Second')
})

test('P2: readers are answered in the middle of a sync, with what was there before', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2026-01-01-one.md', post({ title: 'First' }))
  await sync()
  const archive = reader()
  write('posts/2026-01-01-one.md', post({ title: 'Second' }))
  write('posts/2026-01-02-two.md', post())
  const seen: (string | undefined)[] = []
  await sync({
    async checkBody() {
      seen.push(postBySlug(archive, now, 'one')?.title)
      return []
    },
  })
  expect(seen).toEqual(['First', 'First'])
  expect(postBySlug(archive, now, 'one')?.title).toBe('Second')
})

test('a reader cannot change the index', async () => {
  const { sync, reader } = newsroom()
  await sync()
  expect(() => reader().connection().exec('DELETE FROM posts')).toThrow()
})

test('P2: a sync that fails has not happened', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2026-01-01-one.md', post())
  await sync()
  write('posts/2026-01-02-two.md', post())
  const checkBody = async () => {
    throw new Error('the disk is on fire')
  }
  await expect(sync({ checkBody })).rejects.toThrow('the disk is on fire')
  expect(listLatest(reader(), now, 10)).toHaveLength(1)
  expect(await sync()).toMatchObject({ added: 1 })
})
