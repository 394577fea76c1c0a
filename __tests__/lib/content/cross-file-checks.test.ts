import type { Author } from '@/lib/content/author'
import { type CrossFileFields, runCrossFileChecks } from '@/lib/content/cross-file-checks'
import { formatProblem } from '@/lib/content/problem'
import { cpuTime } from '../../setup/cpu-time'

const term = (name: string) => ({ slug: name.toLowerCase().replace(/\W+/g, '-'), name })
function post(slug: string, more: Partial<CrossFileFields> = {}): CrossFileFields {
  return {
    path: `posts/2026-03-01-${slug}.md`,
    slug,
    published: '2026-03-01T00:00:00+01:00',
    authors: ['andre'],
    aliases: [],
    related: [],
    categories: [],
    tags: [],
    ...more,
  }
}
const authors = ['andre', 'desk'].map(
  (id): Author => ({
    id,
    path: `authors/${id}.md`,
    name: id === 'desk' ? 'The Inference desk' : 'Andre',
    links: [],
    bio: '',
  }),
)
const said = (...posts: CrossFileFields[]) => runCrossFileChecks(posts, authors).map(formatProblem)
const many = (count: number, more: Partial<CrossFileFields>) =>
  Array.from({ length: count }, (_, index) => post(`many-${String(index).padStart(5, '0')}`, more))

describe('posts side by side', () => {
  test('that have nothing to do with each other are no problem', () => {
    expect(said(post('a'), post('b', { related: ['a'], aliases: ['/old'] }))).toEqual([])
  })

  test('with one slug: the younger is wrong, and both are named', () => {
    const old = post('chips', { path: 'posts/2025-12-01-chips.md', published: '2025-12-01T00:00:00+01:00' })
    expect(said(post('chips'), old)).toEqual([
      'posts/2026-03-01-chips.md  error  slug       "chips" is also the slug of posts/2025-12-01-chips.md. Rename one, or set slug.',
    ])
  })

  test('are put in order by the instant, not by the letters of the date', () => {
    const early = post('chips', { path: 'posts/z.md', published: '2026-10-25T02:30:00+02:00' })
    const late = post('chips', { path: 'posts/a.md', published: '2026-10-25T02:10:00+01:00' })
    expect(said(late, early)[0]).toContain('posts/a.md  error')
  })

  test('with a slug the site itself uses', () => {
    expect(said(post('search'))[0]).toContain('error  slug       The site itself uses the address /search.')
  })

  test('with one alias, or with the address of another as alias', () => {
    expect(said(post('a', { aliases: ['/old'] }), post('b', { aliases: ['/old'] }))).toEqual([
      'posts/2026-03-01-b.md  error  alias      The alias /old is also one of posts/2026-03-01-a.md. Keep it in one of them.',
    ])
    expect(said(post('a', { aliases: ['/b'] }), post('b'))).toEqual([
      'posts/2026-03-01-a.md  error  alias      The alias /b is the address of posts/2026-03-01-b.md. Leave it out.',
    ])
  })

  test('with an alias that is another edition of a story', () => {
    for (const alias of ['/b/lite', '/b.md'])
      expect(said(post('a', { aliases: [alias] }), post('b'))[0]).toContain(
        `The alias ${alias} is another edition of posts/2026-03-01-b.md. Leave it out.`,
      )
    expect(said(post('a', { aliases: ['/b/light', '/c.md'] }), post('b'))).toEqual([])
  })

  test('with an alias twice, or its own address as alias, are a matter of that post alone', () => {
    expect(said(post('a', { aliases: ['/a', '/old', '/old'] }))).toEqual([])
  })

  test('by an author nobody knows, with the nearest one', () => {
    expect(said(post('a', { authors: ['ander', 'desk'] }))).toEqual([
      'posts/2026-03-01-a.md  error  author     There is no authors/ander.md. Did you mean "andre"?',
    ])
    expect(said(post('a', { authors: ['the-inference-desk'] }))[0]).toContain('Did you mean "desk"?')
    expect(said(post('a', { authors: ['zoe'] }))[0]).toContain('Make it, or correct the name.')
  })

  test('related to a post that is not there, which hides only the link', () => {
    expect(said(post('a', { related: ['gone'] }))[0]).toContain('warn   related    There is no post "gone"')
  })
})

describe('words that are probably one', () => {
  test('a category a letter away from a section', () => {
    expect(said(post('a', { categories: [term('Polcy')] }))).toEqual([
      'posts/2026-03-01-a.md  warn   category   "Polcy" is written so only here. Did you mean "Policy"?',
    ])
    expect(said(post('a', { categories: [term('Police force')] }))).toEqual([])
  })

  test('a category a letter away from one that is five times as common', () => {
    const robots = many(10, { categories: [term('Robotics')] })
    expect(said(...robots, post('a', { categories: [term('Robotisc')] }))[0]).toContain(
      'Did you mean "Robotics"?',
    )
    const three = ['x', 'y', 'z'].map((slug) => post(slug, { categories: [term('Robotisc')] }))
    expect(said(...robots, ...three)).toEqual([])
  })

  test('but not GPT-3 and GPT-4, nor AI and AR', () => {
    const common = many(10, { categories: [term('GPT-4'), term('AI')] })
    expect(said(...common, post('a', { categories: [term('GPT-3'), term('AR')] }))).toEqual([])
  })

  test('tags that differ only by case: one warning for each spelling', () => {
    const tagged = many(3, { tags: [term('AI')] })
    const lower = ['x', 'y'].map((slug) => post(slug, { tags: [term('ai')] }))
    expect(said(...tagged, ...lower)).toEqual([
      'posts/2026-03-01-x.md  warn   tag        "ai" is written so here and in 1 more. "AI" in posts/2026-03-01-many-00000.md has the same address. Write it one way.',
    ])
  })
})

test('ten thousand posts with a thousand categories and unknown authors take no time', () => {
  const letters = 'abcdefghij'
  const name = (index: number) =>
    `category ${[100, 10, 1].map((n) => letters[Math.floor(index / n) % 10]).join('')}`
  const posts = many(10_000, {}).map((one, index) => ({
    ...one,
    categories: [term(name(index))],
    tags: [term(`tag ${index}`)],
    authors: [`author-${index % 500}`],
    related: [`many-${index}`],
  }))
  const start = cpuTime()
  runCrossFileChecks(posts, authors)
  expect(cpuTime() - start).toBeLessThan(2000)
})
