import { renameSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { checkBody } from '@/lib/render/check'
import { listByCategory, listLatest } from '@/lib/store/queries/lists'
import { postBySlug, postInAnyState, slugByAlias } from '@/lib/store/queries/posts'
import { findPicture, listProblemsOf, listUnpublished } from '@/lib/store/queries/status'
import { findAuthor } from '@/lib/store/queries/terms'
import { newsroom, now, post, tidyUp } from '../newsroom'

afterEach(tidyUp)

const slugs = (archive: ReturnType<ReturnType<typeof newsroom>['reader']>) =>
  listLatest(archive, now, 100).map(({ slug }) => slug)

test('a post in posts/ is in the index with its body', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2026-03-01-chips.md', post({ title: 'Chips', categories: 'Chips' }, 'Made of *sand*.'))
  const report = await sync()
  expect(report).toMatchObject({ added: 1, updated: 0, removed: 0, unchanged: 0, quarantined: [] })
  expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(postBySlug(reader(), now, 'chips')).toMatchObject({
    slug: 'chips',
    title: 'Chips',
    path: 'posts/2026-03-01-chips.md',
    body: expect.stringContaining('Made of *sand*.'),
  })
})

test('a newsroom without posts has an index, too', async () => {
  const { sync, reader } = newsroom()
  expect(await sync()).toMatchObject({ added: 0, unchanged: 0 })
  expect(slugs(reader())).toEqual([])
})

test('an edit, a new post and a deleted one are counted and named with every page they touch', async () => {
  const { write, remove, sync, reader } = newsroom()
  write('posts/2026-01-01-one.md', post({ categories: 'News' }))
  write('posts/2026-02-01-two.md', post({ tags: '[Old]' }))
  write('posts/2026-02-02-three.md', post({}))
  await sync()
  write('posts/2026-01-01-one.md', post({ categories: 'Policy', aliases: '[/old-one]' }))
  write('posts/2026-03-01-four.md', post({ date: '2026-04-02' }))
  remove('posts/2026-02-01-two.md')
  const report = await sync()
  expect(report).toMatchObject({ added: 1, updated: 1, removed: 1, unchanged: 1 })
  expect(report.changed).toEqual({
    slugs: ['four', 'one', 'two'],
    aliases: ['/old-one'],
    categories: ['news', 'policy'],
    tags: ['old'],
    authors: ['desk'],
    series: [],
    months: ['2026-01', '2026-02', '2026-04'],
    pictures: [],
  })
  const archive = reader()
  expect(slugs(archive)).toEqual(['four', 'three', 'one'])
  expect(listByCategory(archive, now, 'news', 10)).toEqual([])
  expect(slugByAlias(archive, now, '/old-one')).toBe('one')
})

test('nothing changed: nothing is read and nothing reported', async () => {
  const { write, sync } = newsroom()
  write('posts/2026-01-01-one.md', post())
  await sync()
  let checked = 0
  const checkBody = async () => {
    checked++
    return []
  }
  const report = await sync({ checkBody })
  expect(report).toMatchObject({ added: 0, updated: 0, removed: 0, unchanged: 1 })
  expect(Object.values(report.changed).flat()).toEqual([])
  expect(checked).toBe(0)
})

test('a fresh checkout, which gives every file a new time, changes no post', async () => {
  const { root, write, sync } = newsroom()
  write('posts/2026-01-01-one.md', post())
  await sync()
  utimesSync(join(root, 'posts/2026-01-01-one.md'), 1, 1)
  expect(await sync()).toMatchObject({ updated: 0, unchanged: 1 })
})

test('P2: a post that turned invalid keeps its last good version', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2026-01-01-one.md', post({ title: 'Good' }))
  write('posts/2026-01-02-two.md', post())
  await sync()
  write('posts/2026-01-01-one.md', '---\ntitle: [broken\n---\n\nNew text\n')
  const report = await sync()
  expect(report).toMatchObject({ updated: 0, removed: 0, quarantined: ['posts/2026-01-01-one.md'] })
  expect(report.changed.slugs).toEqual([])
  const archive = reader()
  expect(slugs(archive)).toEqual(['two', 'one'])
  expect(postBySlug(archive, now, 'one')?.title).toBe('Good')
  expect(listProblemsOf(archive, 'one')).toEqual([expect.objectContaining({ severity: 'error' })])
  expect(listUnpublished(archive, now)).toEqual([
    { path: 'posts/2026-01-01-one.md', slug: 'one', reason: 'invalid' },
  ])
})

test('a new post that was never good is found by the slug of its name, so that its author sees what is wrong', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2026-01-01-one.md', post())
  write('posts/2026-02-28-two.md', post({ date: '2026-02-30' }))
  await sync()
  expect(listProblemsOf(reader(), 'two')).toEqual([
    expect.objectContaining({ rule: 'date', severity: 'error' }),
  ])
  expect(listProblemsOf(reader(), 'one')).toEqual([])
})

test('once it is mended, its new version is public and the problem gone', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2026-01-01-one.md', post({ title: 'Good' }))
  await sync()
  write('posts/2026-01-01-one.md', '---\ntitle: [broken\n---\n')
  await sync()
  write('posts/2026-01-01-one.md', post({ title: 'Better' }))
  expect(await sync()).toMatchObject({ updated: 1, quarantined: [] })
  expect(postBySlug(reader(), now, 'one')?.title).toBe('Better')
  expect(listProblemsOf(reader(), 'one')).toEqual([])
})

test('P2: a post whose body is refused keeps its last good version', async () => {
  const { write, sync, reader } = newsroom()
  const checkBody = async ({ path, body }: { path: string; body: string }) =>
    body.includes('<Chart>')
      ? [{ file: path, line: 7, severity: 'error' as const, rule: 'mdx', message: 'No <Chart>.' }]
      : []
  write('posts/2026-01-01-one.mdx', post({}, 'Good.'))
  await sync({ checkBody })
  write('posts/2026-01-01-one.mdx', post({ title: 'New' }, '<Chart>'))
  write('posts/2026-01-02-two.mdx', post({}, '<Chart>'))
  const report = await sync({ checkBody })
  expect(report.quarantined).toEqual(['posts/2026-01-01-one.mdx', 'posts/2026-01-02-two.mdx'])
  expect(postBySlug(reader(), now, 'one')).toMatchObject({
    title: 'A story',
    body: expect.stringContaining('Good.'),
  })
  expect(postInAnyState(reader(), 'two')).toBeUndefined()
})

test('P2: a post that is renamed and broken in one go keeps its last good version, and is gone when the new file is', async () => {
  const { write, remove, sync, reader } = newsroom()
  write('posts/2026-01-01-one.md', post({ title: 'Good' }))
  await sync()
  remove('posts/2026-01-01-one.md')
  write('posts/2026-01-01-one.mdx', '---\ntitle: [broken\n---\n')
  expect(await sync()).toMatchObject({ removed: 0, added: 0, changed: { slugs: [] } })
  expect(await sync()).toMatchObject({ removed: 0, unchanged: 1 })
  expect(postBySlug(reader(), now, 'one')?.title).toBe('Good')
  write('posts/2026-01-01-one.mdx', post({ title: 'Better' }))
  expect(await sync()).toMatchObject({ removed: 1, added: 1, quarantined: [], problems: [] })
  expect(postBySlug(reader(), now, 'one')?.title).toBe('Better')

  remove('posts/2026-01-01-one.mdx')
  write('posts/2026-01-01-one.md', '---\ntitle: [broken\n---\n')
  await sync()
  expect(postBySlug(reader(), now, 'one')?.title).toBe('Better')
  remove('posts/2026-01-01-one.md')
  expect(await sync()).toMatchObject({ removed: 1, quarantined: [] })
  expect(postBySlug(reader(), now, 'one')).toBeUndefined()
})

test('two new posts may show each other as a card, whichever is read first', async () => {
  const { write, sync } = newsroom()
  write('posts/2026-01-01-one.mdx', post({}, 'two'))
  write('posts/2026-01-02-two.mdx', post({}, 'one'))
  const report = await sync({
    async checkBody({ path, body }, facts) {
      if (facts.post(body.trim())) return []
      return [{ file: path, severity: 'error', rule: 'mdx', message: 'No such post.' }]
    },
  })
  expect(report).toMatchObject({ added: 2, quarantined: [], problems: [] })
})

test('a body is not blamed for a story or a picture that only comes later in the same sync, and is for one that does not come', async () => {
  const { write, sync } = newsroom()
  write('posts/2026-01-01-one.mdx', post({}, '<Post slug="two" />\n\n![A chip](/assets/chip.png)'))
  write('posts/2026-01-02-two.mdx', post({}, '<Post slug="three" />'))
  const { problems } = await sync({ checkBody })
  expect(problems.map(({ file, line, message }) => [file, line, message])).toEqual([
    ['posts/2026-01-01-one.mdx', 9, '/assets/chip.png is not in public/. Add the file, or correct its path.'],
    ['posts/2026-01-02-two.mdx', 7, 'There is no post "three". Correct the slug, or leave <Post> out.'],
  ])
})

test('of two posts with one slug the one that was public stays, and the problem names both', async () => {
  const { write, remove, sync, reader } = newsroom()
  write('posts/2026-03-01-chips.md', post({ title: 'First' }))
  await sync()
  // By its name the newcomer would come first.
  write('posts/2025-12-01-chips.md', post({ title: 'Twin' }))
  const report = await sync()
  expect(report).toMatchObject({ added: 0, quarantined: ['posts/2025-12-01-chips.md'] })
  const [problem] = report.problems.filter(({ severity }) => severity === 'error')
  expect(problem).toMatchObject({ file: 'posts/2025-12-01-chips.md' })
  expect(problem?.message).toContain('posts/2026-03-01-chips.md')
  expect(postBySlug(reader(), now, 'chips')?.title).toBe('First')

  remove('posts/2026-03-01-chips.md')
  expect(await sync()).toMatchObject({ added: 1, removed: 1, quarantined: [], problems: [] })
  expect(postBySlug(reader(), now, 'chips')?.title).toBe('Twin')
})

test('a post that takes the slug of another is held back with its old slug', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2026-03-01-chips.md', post({ title: 'First' }))
  write('posts/2026-03-02-sand.md', post({ title: 'Second' }))
  await sync()
  write('posts/2026-03-02-sand.md', post({ title: 'Second', slug: 'chips' }))
  expect(await sync()).toMatchObject({ updated: 0, quarantined: ['posts/2026-03-02-sand.md'] })
  expect(postBySlug(reader(), now, 'chips')?.title).toBe('First')
  expect(postBySlug(reader(), now, 'sand')?.title).toBe('Second')
})

test('a post by an unknown author waits until the author has a file', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2026-03-01-chips.md', post({ author: 'andre' }))
  expect(await sync()).toMatchObject({ added: 0, quarantined: ['posts/2026-03-01-chips.md'] })
  write('authors/andre.md', '---\nname: Andre\n---\n')
  const report = await sync()
  expect(report).toMatchObject({ added: 1, quarantined: [] })
  expect(report.changed.authors).toEqual(['andre'])
  expect(findAuthor(reader(), 'andre')?.name).toBe('Andre')
})

test('P2: a file that is locked away deletes nothing: neither a refused one nor those of a folder that is not there', async () => {
  const { root, write, sync, reader } = newsroom()
  write('posts/old/2026-01-01-one.md', post())
  write('posts/2026-01-02-two.md', post())
  await sync()
  renameSync(join(root, 'posts'), join(root, 'away'))
  const report = await sync()
  expect(report).toMatchObject({ removed: 0, unchanged: 2 })
  expect(report.problems).toEqual([expect.objectContaining({ file: 'posts', severity: 'error' })])
  expect(slugs(reader())).toEqual(['two', 'one'])
  renameSync(join(root, 'away'), join(root, 'posts'))
  expect(await sync()).toMatchObject({ unchanged: 2, problems: [] })
})

test('P2: a file that was a post and is now too large keeps its last good version', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2026-01-01-one.md', post({ title: 'Good' }))
  await sync()
  write('posts/2026-01-01-one.md', post({}, 'x'.repeat(600_000)))
  expect(await sync()).toMatchObject({ removed: 0, quarantined: ['posts/2026-01-01-one.md'] })
  expect(postBySlug(reader(), now, 'one')?.title).toBe('Good')
})

test('a picture is known by its size, and forgotten with its file', async () => {
  const { root, write, remove, sync, reader } = newsroom()
  write('public/assets/chip.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"></svg>')
  write('public/assets/broken.png', 'not a picture')
  const report = await sync()
  expect(report.changed.pictures).toEqual(['/assets/broken.png', '/assets/chip.svg'])
  expect(report.problems).toEqual([
    expect.objectContaining({ file: 'public/assets/broken.png', severity: 'error', rule: 'file' }),
  ])
  const bytes = statSync(join(root, 'public/assets/chip.svg')).size
  expect(findPicture(reader(), '/assets/chip.svg')).toEqual({
    width: 320,
    height: 200,
    type: 'image/svg+xml',
    bytes,
  })
  expect(findPicture(reader(), '/assets/broken.png')).toBeUndefined()
  remove('public/assets/chip.svg')
  expect((await sync()).changed.pictures).toEqual(['/assets/chip.svg'])
  expect(findPicture(reader(), '/assets/chip.svg')).toBeUndefined()
})

test('what was said across posts stays while edits leave it alone, and goes with the edit that mends it', async () => {
  const { sync, write } = newsroom()
  const one = (related: string, text: string) => `${post({ related })}\n${text}\n`
  const said = ({ problems }: { problems: { rule: string }[] }) => problems.map(({ rule }) => rule)
  write('posts/2026-01-01-one.md', one('two', 'Text.'))
  expect(said(await sync())).toEqual(['related'])
  write('posts/2026-01-01-one.md', one('two', 'Another text.'))
  expect(said(await sync())).toEqual(['related'])
  write('posts/2026-01-02-two.md', one('one', 'Text.'))
  expect(said(await sync())).toEqual([])
  write('posts/2026-01-01-one.md', one('three', 'Another text.'))
  expect(said(await sync())).toEqual(['related'])
  write('posts/2026-01-01-one.md', one('two', 'Another text.'))
  expect(said(await sync())).toEqual([])
})

test('a post whose author has gone stays until it is edited, if only its text', async () => {
  const { sync, write, remove } = newsroom()
  write('authors/andre.md', '---\nname: Andre\n---\n')
  write('posts/2026-03-01-chips.md', post({ author: 'andre' }))
  await sync()
  remove('authors/andre.md')
  expect(await sync()).toMatchObject({ quarantined: [], problems: [{ rule: 'author' }] })
  write('posts/2026-03-01-chips.md', `${post({ author: 'andre' })}\nMore.\n`)
  expect((await sync()).quarantined).toEqual(['posts/2026-03-01-chips.md'])
})
