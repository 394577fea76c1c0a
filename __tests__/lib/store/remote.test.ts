import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { PostIndex } from '@/lib/store/open'
import { fillContainers } from '@/lib/store/queries/front-posts'
import * as lists from '@/lib/store/queries/lists'
import { listNeighbours, postBySlug, slugByAlias } from '@/lib/store/queries/posts'
import { listRelated } from '@/lib/store/queries/related'
import { findPicture, listCorrections, nextScheduled, storeStatus } from '@/lib/store/queries/status'
import * as terms from '@/lib/store/queries/terms'
import { openRemoteStore } from '@/lib/store/remote'
import { search } from '@/lib/store/search/search'
import { newsroom, now, post, tidyUp } from './newsroom'

const servers: ChildProcess[] = []

/** The address of a stand-in for a libSQL server, started over a file. */
async function serve(file: string): Promise<string> {
  const server = spawn('node', ['__tests__/lib/store/database-server.mjs', file, 'the-token'])
  servers.push(server)
  const [port] = await once(server.stdout, 'data')
  return `http://127.0.0.1:${String(port).trim()}`
}

const { index, write, sync, reader } = newsroom()
let url: string

beforeAll(async () => {
  write('posts/2026-03-01-chips.md', post({ title: 'Chips', categories: 'Chips', tags: '[Silicon, Asia]' }))
  write('posts/2026-03-15-eu.md', post({ title: 'Zürich’s “€”', aliases: '[/2026/eu.html]', tags: 'Asia' }))
  const correction = '[{ date: 2026-05-02, type: correction, text: It was six. }]'
  write('posts/2026-05-01-models.md', post({ title: 'Models', corrections: correction }, 'Models run.'))
  write('posts/2026-07-01-scheduled.md', post())
  write('posts/2026-03-20-draft.md', post({ draft: 'true' }))
  await sync()
  url = await serve(index)
})
afterAll(() => {
  for (const server of servers) server.kill()
  tidyUp()
})

test('an index on a server answers every question as the file does', () => {
  const questions: ((archive: PostIndex) => unknown)[] = [
    (archive) => lists.listLatest(archive, now, 10),
    (archive) => lists.listByCategory(archive, now, 'chips', 10),
    (archive) => lists.countLatest(archive, now),
    (archive) => postBySlug(archive, now, 'eu'),
    (archive) => postBySlug(archive, now, 'draft'),
    (archive) => postBySlug(archive, now, 'scheduled'),
    (archive) => slugByAlias(archive, now, '/2026/eu.html'),
    (archive) => listNeighbours(archive, now, 'eu'),
    (archive) => listRelated(archive, now, 'chips', 3),
    (archive) => search(archive, now, 'zurich', 10),
    (archive) => search(archive, now, 'running models', 10),
    (archive) => listCorrections(archive, now, 5),
    (archive) => fillContainers(archive, now, []),
    (archive) => terms.listAuthors(archive, now),
    (archive) => terms.listMonths(archive, now),
    (archive) => findPicture(archive, '/none.png'),
    (archive) => nextScheduled(archive, now),
    (archive) => storeStatus(archive, now),
  ]
  const [file, server] = [reader(), openRemoteStore(url, 'the-token')]
  for (const question of questions) expect(question(server)).toEqual(question(file))
  expect(lists.listLatest(server, now, 10)).toHaveLength(3)
})

test('a server that does not answer, or knows another token, is named', () => {
  expect(() => openRemoteStore(url, 'another').connection()).toThrow(
    /does not answer.*CONTENT_DATABASE_TOKEN/,
  )
  expect(() => openRemoteStore('http://127.0.0.1:9', '').connection()).toThrow(/127.0.0.1:9 does not answer/)
})

test('an index of another release is not asked', async () => {
  const archive = openRemoteStore(await serve(':memory:'), 'the-token')
  expect(() => archive.connection()).toThrow(/holds the index of another release/)
})
