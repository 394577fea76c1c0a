import { isPermalinkOf, matchPermalink, permalinkError } from '@/lib/content/permalink'

describe('an old address is read by its pattern', () => {
  const table: [pattern: string, path: string, said: object | undefined][] = [
    [
      '/:year/:month/:day/:title.html',
      '/2023/03/16/chips.html',
      { year: '2023', month: '03', day: '16', slug: 'chips' },
    ],
    ['/:year/:month/:day/:title.html', '/2023/03/16/chips', undefined],
    ['/:year/:month/:day/:title.html', '/2023/03/16/chipsxhtml', undefined],
    ['/:year/:month/:day/:title.html', '/x/2023/03/16/chips.html', undefined],
    ['/:year/:month/:day/:title/', '/2023/03/16/My_Chips', { slug: 'my-chips' }],
    ['/:year/:i_month/:i_day/:title', '/2023/3/6/chips', { month: '3', day: '6', slug: 'chips' }],
    [
      '/:categories/:title:output_ext',
      '/news/chips/gpt-4.html',
      { categories: '/news/chips', slug: 'gpt-4' },
    ],
    ['/:categories/:title:output_ext', '/gpt-4', { categories: '', slug: 'gpt-4' }],
    ['/blog/:slug', '/blog/%C3%BCber', { slug: 'uber' }],
    ['/blog/:slug', '/blog/%E0%A4%A', { slug: 'e0-a4-a' }],
    ['/p(a)+/:slug', '/paa/chips', undefined],
    ['/:titel', '/chips', undefined],
  ]
  test.each(table)('%s: %s', (pattern, path, said) => {
    const read = matchPermalink(pattern, path)
    if (said) expect(read).toMatchObject(said)
    else expect(read).toBeUndefined()
  })
})

test('it is the address of a post of that day and those categories only', () => {
  const post = { published: '2023-03-16T00:30:00+01:00', categories: [{ slug: 'news', name: 'News' }] }
  expect(isPermalinkOf(post, { year: '2023', month: '03', day: '16' })).toBe(true)
  expect(isPermalinkOf(post, { year: '2023', month: '3' })).toBe(true)
  expect(isPermalinkOf(post, { year: '2023', month: '03', day: '15' })).toBe(false)
  expect(isPermalinkOf(post, { categories: '/News' })).toBe(true)
  expect(isPermalinkOf(post, { categories: '/news/sport' })).toBe(false)
})

test.each([
  ['/:year/:titel', '":titel" has no meaning. Did you mean ":title"?'],
  [':title', 'must begin with a slash'],
  ['/:year/:month', 'Put :title into it'],
  ['/:title/:slug', 'names the slug twice'],
  ['/archive/:title', 'belongs to pages of the site itself'],
  ['/x:categories/:title', 'between two slashes'],
])('a pattern that cannot work says why: %s', (pattern, why) => {
  expect(permalinkError(pattern)).toContain(why)
})

test('no address takes long to read, however it is made up', () => {
  const before = process.cpuUsage().user
  for (const path of [`/${'a/'.repeat(5000)}`, `/${'-'.repeat(10_000)}.html`, `/2023/${'%41'.repeat(5000)}`])
    matchPermalink('/:categories/:year/:month/:day/:title.html', path)
  expect(process.cpuUsage().user - before).toBeLessThan(500_000)
})
