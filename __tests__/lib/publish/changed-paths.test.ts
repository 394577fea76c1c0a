import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { readGitChanges } from '@/lib/publish/changed-paths'
import { publish as pullAndPublish } from '@/lib/publish/publish'
import { openStore } from '@/lib/store/open'
import { listLatest } from '@/lib/store/queries/lists'
import { storedGitState } from '@/lib/store/sync/git-changes'
import { newsroom, now, post, tidyUp } from '../store/newsroom'

// Each test starts git dozens of times, which takes longer than Jest's 5 seconds on a busy machine.
jest.setTimeout(120_000)
let room: ReturnType<typeof newsroom>
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args], {
    cwd: room.root,
    encoding: 'utf8',
  })
const commit = (...options: string[]) => {
  git('add', '-A')
  git('commit', '-q', '--allow-empty', '-m', 'A story', ...options)
}
const path = (slug: string) => `posts/2026-01-01-${slug}.md`
/** A story written a minute ago: what a sync finds fresh from the disk it looks at once more, whatever git says. */
function write(slug: string, title = slug) {
  room.write(path(slug), post({ title }))
  const then = new Date(Date.now() - 60_000)
  utimesSync(join(room.root, path(slug)), then, then)
}

/** A sync as a running server makes it, with what git told it; the titles that readers see then. */
async function publish() {
  const archive = openStore(room.index)
  const tree = await readGitChanges(room.root, storedGitState(archive.connection()))
  archive.close()
  const report = await room.sync({ gitChanges: tree })
  return { asked: tree?.changedPathsSince?.paths.sort(), titles: titles(), report }
}
const titles = () =>
  listLatest(room.reader(), now, 99)
    .map(({ title }) => title)
    .sort()

beforeEach(async () => {
  room = newsroom()
  room.write('.gitignore', '.content/\n*.local.md\n')
  for (const slug of ['chips', 'court', 'models']) write(slug)
  git('init', '-q', '-b', 'main')
  commit()
  await publish()
})
afterEach(tidyUp)

test('only what commits changed is looked at: new, edited, moved and removed stories', async () => {
  write('chips', 'Better chips')
  room.remove(path('court'))
  write('wafers')
  commit()
  mkdirSync(join(room.root, 'posts/old'))
  git('mv', path('models'), 'posts/old/2026-01-01-models.md')
  commit()
  const { asked, titles, report } = await publish()
  expect(asked).toEqual([
    ...[path('chips'), path('court'), path('models'), path('wafers'), 'posts/old/2026-01-01-models.md'],
  ])
  expect(titles).toEqual(['Better chips', 'models', 'wafers'])
  expect(report).toMatchObject({ added: 2, updated: 1, removed: 2 })
  expect(await publish()).toMatchObject({ asked: [], report: { added: 0, updated: 0, removed: 0 } })
})

test('what was edited by hand is looked at until it is as in the commit again', async () => {
  write('chips', 'By hand')
  write('by-hand')
  expect((await publish()).titles).toEqual(['By hand', 'by-hand', 'court', 'models'])
  git('checkout', '-q', '--', path('chips'))
  room.remove(path('by-hand'))
  expect((await publish()).titles).toEqual(['chips', 'court', 'models'])
  expect((await publish()).asked).toEqual([])
})

test('what was edited by hand is seen beside what a push brings, and so is its end', async () => {
  const remote = mkdtempSync(join(tmpdir(), 'remote-'))
  git('clone', '-q', '--bare', room.root, remote)
  git('remote', 'add', 'origin', remote)
  const push = (slug: string, title: string) => {
    write(slug, title)
    commit()
    git('push', '-q', 'origin', 'main')
    git('reset', '-q', '--hard', 'HEAD~1')
  }
  push('court', 'Pushed')
  write('chips', 'By hand')
  await pullAndPublish(room.root)
  expect(titles()).toEqual(['By hand', 'Pushed', 'models'])
  git('checkout', '-q', '--', path('chips'))
  push('models', 'Pushed, too')
  await pullAndPublish(room.root)
  expect(titles()).toEqual(['Pushed', 'Pushed, too', 'chips'])
  rmSync(remote, { recursive: true })
})

test('what git was told to ignore is looked at each time', async () => {
  room.write('posts/2026-01-01-mine.local.md', post({ title: 'Mine' }))
  expect((await publish()).titles).toContain('Mine')
  room.write('posts/2026-01-01-mine.local.md', post({ title: 'Mine, longer' }))
  expect((await publish()).titles).toContain('Mine, longer')
})

test('authors, pictures and the front page count too', async () => {
  room.write('authors/ada.md', '---\nname: Ada\n---\n\nShe writes.\n')
  room.write('public/a.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"/>')
  room.write('front.yml', 'breaking: { text: Now, until: 2026-06-01 18:00 }\n')
  commit()
  const { report } = await publish()
  expect(report).toMatchObject({
    authorsChanged: true,
    frontChanged: true,
    changed: { pictures: ['/a.svg'] },
  })
})

test('after a sync that knew nothing of git, everything is looked at once', async () => {
  git('update-index', '--assume-unchanged', path('chips'))
  write('chips', 'Nobody tells git')
  // This is the price: docs/decisions/0018.
  expect((await publish()).titles).toContain('chips')
  await room.sync()
  expect(titles()).toContain('Nobody tells git')
  expect((await publish()).asked).toBeUndefined()
  expect((await publish()).asked).toEqual([])
})

test('a commit that is no longer there, after a rebase, means to look at everything', async () => {
  write('chips', 'Rewritten')
  commit('--amend')
  git('reflog', 'expire', '--expire=now', '--all')
  git('gc', '-q', '--prune=now')
  expect(await publish()).toMatchObject({ asked: undefined, titles: ['Rewritten', 'court', 'models'] })
})

test('a sync that was interrupted is made up for: the next one begins where the last one ended', async () => {
  write('chips', 'The first')
  commit()
  await expect(
    room.sync({
      gitChanges: await readGitChanges(room.root, storedGitState(room.reader().connection())),
      checkBody: () => Promise.reject(new Error('killed')),
    }),
  ).rejects.toThrow('killed')
  write('court', 'Second')
  commit()
  expect((await publish()).titles).toEqual(['Second', 'The first', 'models'])
})

test('what was found out about another sync than the last is not believed', async () => {
  const stale = await readGitChanges(room.root, storedGitState(room.reader().connection()))
  write('chips', 'Meanwhile')
  commit()
  await publish()
  git('revert', '-n', 'HEAD')
  commit()
  // It says that nothing was touched.
  await room.sync({ gitChanges: stale })
  expect(titles()).toEqual(['chips', 'court', 'models'])
})

test.each([
  ['a link', () => symlinkSync('x', join(room.root, path('link')))],
  [
    'a link in the place of a story',
    () => {
      room.remove(path('court'))
      symlinkSync('x', join(room.root, path('court')))
    },
  ],
  ['an odd name', () => room.write('posts/2026-01-01-a$b.md', post())],
])('%s gets the problem that a look at the whole disk finds, and does not go away', async (_, put) => {
  put()
  commit()
  const { report } = await publish()
  expect(report.problems).toMatchObject([{ rule: 'file' }])
  write('chips', 'Later on')
  commit()
  const later = await publish()
  expect(later.report.problems).toMatchObject([{ rule: 'file' }])
  expect(later.titles).toContain('Later on')
})

test('a folder of posts that is away takes nothing from readers', async () => {
  cpSync(join(room.root, 'posts'), join(room.root, 'aside'), { recursive: true })
  rmSync(join(room.root, 'posts'), { recursive: true })
  const { titles, report } = await publish()
  expect(titles).toEqual(['chips', 'court', 'models'])
  expect(report.problems).toMatchObject([{ rule: 'folder' }])
})

test('a folder that is no repository, or lies within one, is looked at as a whole', async () => {
  expect(await readGitChanges(join(room.root, 'posts'))).toBeUndefined()
  rmSync(join(room.root, '.git'), { recursive: true })
  expect(await readGitChanges(room.root)).toBeUndefined()
})
