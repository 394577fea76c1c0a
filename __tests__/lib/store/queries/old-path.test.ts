import { findMovedSlug } from '@/lib/store/queries/old-path'
import { newsroom, now, post, tidyUp } from '../newsroom'

afterAll(tidyUp)

const patterns = ['/:year/:month/:day/:title.html', '/blog/:categories/:title']
let ask: (path: string) => string | undefined

beforeAll(async () => {
  const { write, sync, reader } = newsroom()
  write(
    'posts/2026-03-16-chips.md',
    post({ categories: 'News', redirect_from: '[/silicon, /old/place.html]' }),
  )
  write('posts/2026-03-17-hidden.md', post({ draft: 'true', aliases: '[/hidden-before]' }))
  write('posts/2026-07-16-later.md', post({ aliases: '[/later-before]' }))
  write('posts/2026-03-18-moved.md', post({ aliases: '[/2026/03/16/chips-2.html]' }))
  await sync()
  const archive = reader()
  ask = (path) => findMovedSlug(archive, now, path, patterns)
})

test('an address the author named leads to the post, with or without a slash at its end', () => {
  for (const path of ['/silicon', '/silicon/', '/old/place.html', '/old/pl%61ce.html'])
    expect(ask(path)).toBe('chips')
})

test('one of a known form leads to the post of that name and day, or of that category', () => {
  expect(ask('/2026/03/16/chips.html')).toBe('chips')
  expect(ask('/2026/03/16/Chips.html')).toBe('chips')
  expect(ask('/blog/news/chips/')).toBe('chips')
  expect(ask('/blog/chips')).toBe('chips')
  expect(ask('/2026/03/15/chips.html')).toBeUndefined()
  expect(ask('/blog/sport/chips')).toBeUndefined()
  expect(ask('/2026/03/16/nothing.html')).toBeUndefined()
})

test('what an author named goes before what a pattern would say', () => {
  expect(ask('/2026/03/16/chips-2.html')).toBe('moved')
})

test('none leads to a draft or to a story that is not out yet', () => {
  for (const path of ['/hidden-before', '/later-before', '/2026/03/17/hidden.html', '/2026/07/16/later.html'])
    expect(ask(path)).toBeUndefined()
})
