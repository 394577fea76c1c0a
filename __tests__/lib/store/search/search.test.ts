import fc from 'fast-check'
import type { PostIndex } from '@/lib/store/open'
import { type SearchFilters, search, suggestHeadlines } from '@/lib/store/search/search'
import { cpuTime } from '../../../setup/cpu-time'
import { newsroom, now, post, tidyUp } from '../newsroom'

let archive: PostIndex
const found = (query: string) => search(archive, now, query, 10).hits.map((hit) => hit.post.slug)

beforeAll(async () => {
  const { write, sync, reader } = newsroom()
  write(
    'posts/2026-01-01-body.md',
    post({}, 'A long way down, the text mentions GPT-4 and a *café* running late.'),
  )
  write('posts/2026-01-02-description.md', post({ description: 'All of GPT-4 in short.' }))
  write(
    'posts/2026-01-03-title.md',
    post({ title: 'GPT-4 is here' }, 'The new model was shown. AND, OR and NOT are words.'),
  )
  await sync()
  archive = reader()
})
afterAll(tidyUp)

test('a word counts most in the title, then in the description, then in the text', () => {
  expect(found('GPT-4')).toEqual(['title', 'description', 'body'])
})

test('words are found by their stem, without accents, and while the last one is being typed', () => {
  expect(found('runs')).toEqual(['body'])
  expect(found('cafe')).toEqual(['body'])
  expect(found('CAFÉ late')).toEqual(['body'])
  expect(found('mention')).toEqual(['body'])
  expect(found('menti')).toEqual(['body'])
  expect(found('gpt')).toEqual(['title', 'description', 'body'])
})

test('all the words must be there, and words in quotes next to each other', () => {
  expect(found('model shown')).toEqual(['title'])
  expect(found('model café')).toEqual([])
  expect(found('"new model"')).toEqual(['title'])
  expect(found('“new model”')).toEqual(['title'])
  expect(found('"model new"')).toEqual([])
  expect(found('"mode"')).toEqual([])
})

test('the finds are highlighted in a piece of the text', () => {
  const [hit] = search(archive, now, 'cafe run', 1).hits
  expect(hit?.snippet.filter(({ highlighted }) => highlighted).map(({ text }) => text)).toEqual([
    'café',
    'running',
  ])
  expect(hit?.snippet.map(({ text }) => text).join('')).toContain('a café running late.')
})

test('so are the finds in the title', () => {
  const marks = (query: string) =>
    search(archive, now, query, 1).hits[0]?.title.map(({ text, highlighted }) =>
      highlighted ? `[${text}]` : text,
    )
  expect(marks('gpt here')?.join('')).toBe('[GPT]-4 is [here]')
  expect(marks('model')?.join('')).toBe('GPT-4 is here')
})

test('pages of finds do not overlap, and the total is that of all', () => {
  expect(search(archive, now, 'gpt', 2)).toMatchObject({ total: 3, hits: [{}, {}] })
  expect(search(archive, now, 'gpt', 2, 2).hits.map((hit) => hit.post.slug)).toEqual(['body'])
})

test.each([
  'AND',
  'NOT',
  'OR',
  'NEAR(',
  'words AND',
  'title:gpt',
  '-gpt',
  'gpt*',
  '^gpt',
  'gpt + (4',
  'gpt – 4',
  '{gpt}',
])('the operator in "%s" is only text', (query) =>
  expect(() => search(archive, now, query, 10)).not.toThrow(),
)

test('signs between words do not keep a post from being found', () => {
  expect(found('gpt – 4')).toEqual(['title', 'description', 'body'])
  expect(found('"gpt"4"')).toEqual(['title', 'description', 'body'])
  expect(found('words AND')).toEqual(['title'])
  expect(found('menti –')).toEqual(['body'])
})

test.each(['', ' ', '"', '""', '🎉', '***', '\0', '\ud800', '–', "'", '\u0301'])(
  '%j finds nothing and is no error',
  (query) => expect(search(archive, now, query, 10)).toEqual({ hits: [], total: 0 }),
)

test('a megabyte is a query like any other', () => {
  const start = cpuTime()
  expect(search(archive, now, 'gpt '.repeat(260_000), 10).total).toBe(3)
  expect(search(archive, now, '"'.repeat(1_000_000), 10).total).toBe(0)
  expect(search(archive, now, 'a'.repeat(1_000_000), 10).total).toBe(0)
  expect(cpuTime() - start).toBeLessThan(1000)
})

test('no input is an error', () => {
  const hostile = fc.constantFrom(
    '"',
    '*',
    '(',
    ')',
    'AND',
    'NEAR',
    ':',
    '^',
    '-',
    '+',
    '\0',
    '\ud800',
    ' ',
    'gpt',
    '日本',
    '𞤀',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(hostile).map((parts) => parts.join('')),
      ),
      (query) => {
        search(archive, now, query, 5)
      },
    ),
    { numRuns: 1000 },
  )
})

test('a new post counts up to twice as much as an old one of the same words', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2016-01-01-old.md', post({ title: 'Chips again' }))
  write('posts/2025-12-01-new.md', post({ title: 'Chips again' }))
  write('posts/2015-01-01-older-title.md', post({ title: 'Wafers, wafers' }))
  write('posts/2025-12-02-new-text.md', post({}, 'In passing, wafers.'))
  await sync()
  const slugs = (query: string) => search(reader(), now, query, 10).hits.map((hit) => hit.post.slug)
  expect(slugs('chips')).toEqual(['new', 'old'])
  expect(slugs('wafers')).toEqual(['older-title', 'new-text'])
})

test('of a word that is in thousands of stories, those with it in the title come first, and then the newest', async () => {
  const { write, sync, reader } = newsroom()
  const day = (number: number) => new Date(Date.UTC(2010, 0, number)).toISOString().slice(0, 10)
  const titled = [100, 2000, 4000]
  for (let number = 1; number <= 5001; number++) {
    const title = titled.includes(number) ? 'Chips' : 'Story'
    write(`posts/${day(number)}-s-${number}.md`, post({ title: `${title} ${number}` }, 'All about chips.'))
  }
  write('posts/2999-01-01-later.md', post({ title: 'Chips of the future' }, 'More chips.'))
  await sync()
  const page = (offset: number) => search(reader(), now, 'chips', 2, offset).hits.map(({ post }) => post.slug)
  expect([0, 2, 4, 5000, 5002].map((offset) => page(offset))).toEqual([
    ...[
      ['s-4000', 's-2000'],
      ['s-100', 's-5001'],
      ['s-5000', 's-4999'],
    ],
    ...[['s-1'], []],
  ])
  expect(search(reader(), now, 'chips', 2).total).toBe(5001)
}, 60_000)

test('a search is narrowed by section, author and year', async () => {
  const { write, sync, reader } = newsroom()
  write('authors/andre.md', '---\nname: Andre\n---\n')
  write('posts/2024-01-01-one.md', post({ title: 'Chips one', categories: 'News' }))
  write('posts/2025-01-01-two.md', post({ title: 'Chips two', categories: 'Policy' }))
  write('posts/2025-12-31-three.md', post({ title: 'Chips three', categories: 'News', author: 'andre' }))
  await sync()
  const slugs = (filters: SearchFilters) =>
    search(reader(), now, 'chips', 10, 0, filters).hits.map((hit) => hit.post.slug)
  expect(slugs({ category: 'news' }).sort()).toEqual(['one', 'three'])
  expect(slugs({ year: 2025 }).sort()).toEqual(['three', 'two'])
  expect(slugs({ category: 'news', year: 2025 })).toEqual(['three'])
  expect(slugs({ author: 'andre' })).toEqual(['three'])
  expect(slugs({ category: 'sports' })).toEqual([])
})

test.each([
  ['人工智能', '人工智能公司发布了新的模型。', '智能'],
  ['新しいモデル', '人工知能の新しいモデルが発表された。', '人工知能'],
  ['모델', '새로운 인공지능 모델이 발표되었다.', '인공지능'],
  ['ปัญญาประดิษฐ์', 'บริษัทเปิดตัวปัญญาประดิษฐ์รุ่นใหม่', 'รุ่นใหม่'],
])('text without spaces is found by any part of it: %s', async (title, text, part) => {
  const { write, sync, reader } = newsroom()
  write('posts/2025-01-01-one.md', post({ title }, text))
  await sync()
  const ask = (query: string) => search(reader(), now, query, 10)
  expect(ask(title).total).toBe(1)
  expect(ask(part).hits[0]?.snippet.filter(({ highlighted }) => highlighted)).not.toEqual([])
  expect(ask(`${part}不在`).total).toBe(0)
})

test.each([
  ['Arabic', 'يُقرأ هذا النَّصّ من اليمين', 'يقرأ', 'النص'],
  ['Arabic letters with and without hamza', 'أُعلن الإصدار', 'اعلن', 'الاصدار'],
  ['Hebrew', 'שָׁלוֹם עוֹלָם', 'שלום', 'עולם'],
])('%s is found without its vowel signs, and with them', async (_, text, ...asked) => {
  const { write, sync, reader } = newsroom()
  write('posts/2025-01-01-one.md', post({ title: 'One' }, text))
  await sync()
  for (const query of [...asked, text])
    expect([query, search(reader(), now, query, 10).total]).toEqual([query, 1])
})

test('headlines are suggested while somebody types, the newest first', async () => {
  const { write, sync, reader } = newsroom()
  write('posts/2024-01-01-one.md', post({ title: 'Chips, the first' }))
  write('posts/2025-01-01-two.md', post({ title: 'More chips' }))
  write('posts/2025-02-01-three.md', post({ title: 'Else' }, 'Chips in the text alone.'))
  write('posts/2999-01-01-later.md', post({ title: 'Chips of the future' }))
  await sync()
  expect(suggestHeadlines(reader(), now, 'chi', 5)).toEqual(['More chips', 'Chips, the first'])
  expect(suggestHeadlines(reader(), now, '")', 5)).toEqual([])
})
