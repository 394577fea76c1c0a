import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import { toZonedIso } from '@/lib/dates'
import { scratchNewsroom } from './scratch-newsroom'

jest.setTimeout(120_000)

const newsroom = scratchNewsroom()
afterAll(newsroom.close)
const sentence = 'A ruling that concerns every company which makes chips.'
const all = ['--author', 'desk', '--section', 'chips', '--description', sentence]

test('a new post has the right name, all it needs, and passes the check but for its text', () => {
  const { code, lines } = newsroom.run(
    'new',
    'Court rules "no" on chips: what follows',
    ...all,
    '--date',
    '2026-01-02',
  )
  const path = 'posts/2026-01-02-court-rules-no-on-chips-what-follows.md'
  expect(lines[0]).toBe(path)
  expect(lines.join()).toContain('http://localhost:3000/court-rules-no-on-chips-what-follows')
  expect(code).toBe(0)
  expect(newsroom.read(path)).toContain('title: "Court rules “no” on chips: what follows"\n')
  expect(newsroom.read(path)).toContain('categories: [Chips]\n')
  const checked = newsroom.run('check-posts', path)
  expect(checked.lines).toHaveLength(2)
  expect(checked.lines[0]).toContain('There is no text below the front matter.')
})

test('every hint in it is right: without the # the post still has no error', () => {
  const path = 'posts/2026-01-02-court-rules-no-on-chips-what-follows.md'
  const bare = newsroom
    .read(path)
    .replace(/^# /gm, '')
    .replace('tags: []', 'tags: [Courts]')
    .replace('- …', '- A point.')
    .replace('title: …', 'title: The ruling')
    .replace('https://…', 'https://example.org')
  newsroom.write('posts/2026-01-03-hints.md', bare.replace('# Or analysis', '# Or analysis'))
  const { out } = newsroom.run('check-posts', '--quiet', 'posts/2026-01-03-hints.md')
  expect(out).toBe('1 file read: nothing to remark\n')
})

test('without a date it is today in the zone of the publication; the author is the one git knows', () => {
  newsroom.git('init', '-q')
  newsroom.git('config', 'user.email', 'Desk@Example.org')
  const given = ['--section', 'News', '--description', sentence, '--mdx', '--draft']
  const { code, lines } = newsroom.run('new', 'A headline', ...given)
  expect(code).toBe(0)
  expect(lines[0]).toBe(`posts/${toZonedIso(Date.now()).slice(0, 10)}-a-headline.mdx`)
  expect(newsroom.read(lines[0] ?? '')).toMatch(/author: desk\ncategories: \[News\]\ndraft: true/)
})

test.each([
  [['A headline', ...all, '--date', '2020-01-01'], 'already uses /a-headline. Choose another with --slug.'],
  [['Another'], 'Without a terminal, also give --description, --section.'],
  [['Another', ...all, '--author', 'desc'], 'There is no authors/desc.md. Did you mean "desk"?'],
  [['Another', ...all, '--section', 'newz'], 'There is no section "newz". Did you mean "news"?'],
  [['Another', ...all, '--date', '2026-02-30'], '"2026-02-30" is not a day.'],
  [['Search', ...all], 'The site itself uses /search.'],
  [['新闻', ...all], 'No slug can be made from "新闻". Give one with --slug.'],
  [['Another', ...all, '--slug', '../x'], '"../x" is not a valid slug.'],
  [['Another', ...all, '--colour', 'red'], "Unknown option '--colour'"],
])('%j is refused with a sentence, and nothing is written', (args, answer) => {
  const { code, said } = newsroom.run('new', ...args)
  expect(said).toContain(answer)
  expect(code).toBe(2)
  expect(existsSync(join(newsroom.root, 'posts/x.md'))).toBe(false)
})
