import fc from 'fast-check'
import type { Archive } from '@/lib/archive/open'
import { search } from '@/lib/archive/search'
import { newsroom, now, post, tidyUp } from './newsroom'

let archive: Archive
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
  expect(found('gp')).toEqual(['title', 'description', 'body'])
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
  const start = performance.now()
  expect(search(archive, now, 'gpt '.repeat(260_000), 10).total).toBe(3)
  expect(search(archive, now, '"'.repeat(1_000_000), 10).total).toBe(0)
  expect(search(archive, now, 'a'.repeat(1_000_000), 10).total).toBe(0)
  expect(performance.now() - start).toBeLessThan(1000)
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
