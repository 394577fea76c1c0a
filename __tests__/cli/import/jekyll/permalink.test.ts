import { jekyllAddress } from '@/cli/import/jekyll/permalink'

const facts = {
  basename: "It's_a Day & more",
  categories: ['News', 'a b', 'news'],
  at: '2023-03-06T10:05:09-07:00',
}

// As Jekyll 4.4 gives them; :y_day is the day of the year, W10 the ISO week.
test.each([
  ['date', '/news/a%20b/2023/03/06/It%27s_a-Day-&-more.html'],
  ['pretty', '/news/a%20b/2023/03/06/It%27s_a-Day-&-more/'],
  ['ordinal', '/news/a%20b/2023/065/It%27s_a-Day-&-more.html'],
  ['weekdate', '/news/a%20b/2023/W10/Mon/It%27s_a-Day-&-more.html'],
  ['none', '/news/a%20b/It%27s_a-Day-&-more.html'],
  ['/:year/:i_month/:i_day/:slug.html', '/2023/3/6/it-s-a-day-more.html'],
  ['/:slugified_categories/:title', '/news/a-b/news/It%27s_a-Day-&-more'.replace('/news/It', '/It')],
  ['/blog/:short_year/:long_month/:short_month/:title', '/blog/23/March/Mar/It%27s_a-Day-&-more'],
  ['/:hour:minute:second/:w_year-:week/:long_day/:title', '/100509/2023-10/Monday/It%27s_a-Day-&-more'],
  ['no-slash-:title', '/no-slash-It%27s_a-Day-&-more'],
  ['/../:title/./', '/It%27s_a-Day-&-more/'],
  ['/:unknown/:title', '/:unknown/It%27s_a-Day-&-more'],
])('the permalink %s gives %s', (template, address) => {
  expect(jekyllAddress(template, facts)).toBe(address)
})

test('a slug of the front matter goes before the name of the file', () => {
  expect(jekyllAddress('/:title/:slug', { ...facts, slug: 'Other Name' })).toBe('/Other-Name/other-name')
})

test('letters of other alphabets stay, encoded', () => {
  expect(jekyllAddress('/:title/', { ...facts, basename: '日本-über' })).toBe(
    '/%E6%97%A5%E6%9C%AC-%C3%BCber/',
  )
})

test('a file of another collection has the path of the collection', () => {
  const history = { ...facts, basename: 'history', path: 'more/history', collection: 'docs' }
  expect(jekyllAddress('/:collection/:path/', history)).toBe('/docs/more/history/')
})
