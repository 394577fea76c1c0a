import { readFileSync } from 'node:fs'
import { postInAnyState } from '@/lib/store/queries/posts'
import { listProblems, listUnpublished } from '@/lib/store/queries/status'
import { isRedacted } from '@/lib/store/sync/drafts'
import { newsroom, now, post, tidyUp } from '../newsroom'

afterEach(tidyUp)

const words = ['Quokkatitle', 'quokkadescription', 'quokkabody', 'Quokkatag', 'quokkapoint', 'quokkanote']
const draft = post(
  {
    title: 'Quokkatitle',
    description: 'quokkadescription',
    tags: '[Quokkatag]',
    keyPoints: '[quokkapoint]',
    corrections: '[{ date: 2026-01-02, type: update, text: quokkanote }]',
    aliases: '[/quokka-alias]',
    draft: 'true',
  },
  `quokkabody ${'and more of it '.repeat(2000)}`,
)
/** What of the draft can be found in the file by whoever gets hold of it. */
const found = (index: string) => {
  const bytes = readFileSync(index).toString('latin1')
  return words.filter((word) => bytes.includes(word))
}

test('P3: nothing of a draft but that it is there gets into the index of a deployment', async () => {
  const { index, write, sync, reader } = newsroom()
  write('posts/2026-01-01-hidden.md', draft)
  write('posts/2026-01-02-public.md', post())
  await sync()
  expect(found(index)).toEqual([])
  const stored = postInAnyState(reader(), 'hidden')
  expect(stored && isRedacted(stored)).toBe(true)
  expect(listUnpublished(reader(), now)).toEqual([
    { path: 'posts/2026-01-01-hidden.md', slug: 'hidden', reason: 'draft' },
  ])
})

test('where previews are wanted it is there whole, and is wiped from the file when they no longer are', async () => {
  const { index, write, sync, reader } = newsroom()
  write('posts/2026-01-01-hidden.md', draft)
  write('posts/2026-01-02-public.md', post())
  await sync()
  await sync({ keepDrafts: true })
  expect(found(index)).toEqual(words)
  expect(postInAnyState(reader(), 'hidden')).toMatchObject({
    title: 'Quokkatitle',
    tags: [{ name: 'Quokkatag' }],
  })
  await sync()
  expect(found(index)).toEqual([])
  await sync({ keepDrafts: true })
  expect(postInAnyState(reader(), 'hidden')?.title).toBe('Quokkatitle')
})

test('P3: a draft that was whole and is broken now is wiped, too', async () => {
  const { index, write, sync } = newsroom()
  write('posts/2026-01-01-hidden.md', draft)
  await sync({ keepDrafts: true })
  write('posts/2026-01-01-hidden.md', '---\ntitle: [\n---\n')
  await sync()
  expect(found(index)).toEqual([])
})

test('its errors are told all the same: an address it shares, an author nobody knows, its text', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2026-01-01-public.md', post({ aliases: '[/quokka-alias]' }))
  write('posts/2026-01-02-hidden.md', draft)
  write('posts/2026-01-03-other.md', post({ draft: 'true', author: 'nobody' }))
  write('posts/2026-01-04-third.mdx', post({ draft: 'true' }, '<Chart>'))
  const checkBody = async ({ path, body }: { path: string; body: string }) =>
    body.includes('<Chart>')
      ? [{ file: path, severity: 'error' as const, rule: 'mdx', message: 'No <Chart>.' }]
      : []
  await sync({ checkBody })
  await sync({ checkBody })
  expect(listProblems(reader()).map(({ file, rule }) => [file, rule])).toEqual([
    ['posts/2026-01-02-hidden.md', 'alias'],
    ['posts/2026-01-03-other.md', 'author'],
    ['posts/2026-01-04-third.mdx', 'mdx'],
  ])
})
