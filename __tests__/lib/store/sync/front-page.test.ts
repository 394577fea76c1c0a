import { parseFrontPage } from '@/lib/content/front-page'
import { formatProblem, hasErrors } from '@/lib/content/problem'
import { fillContainers } from '@/lib/store/queries/front-posts'
import { getFrontPage } from '@/lib/store/sync/front-page'
import { newsroom, now, post, tidyUp } from '../newsroom'

afterEach(tidyUp)

/** A newsroom with stories of January, the newest last: a-chip to e-chip in Chips, f-news in News. */
function withStories() {
  const room = newsroom()
  for (const [day, name] of ['a-chip', 'b-chip', 'c-chip', 'd-chip', 'e-chip'].entries()) {
    room.write(`posts/2026-01-0${day + 1}-${name}.md`, post({ categories: 'Chips', tags: '[Nvidia]' }))
  }
  room.write('posts/2026-01-09-f-news.md', post({ categories: 'News' }))
  return room
}

const containers = (text: string) => {
  const { value, problems } = parseFrontPage({
    path: 'front.yml',
    bytes: Buffer.from(`containers:\n${text}`),
  })
  expect(hasErrors(problems)).toBe(false)
  return value?.containers ?? []
}

describe('what a container shows', () => {
  async function shown(text: string, at = now) {
    const room = withStories()
    room.write('posts/2026-01-10-hidden.md', post({ draft: 'true', categories: 'Chips' }))
    room.write('posts/2026-07-01-later.md', post({ categories: 'Chips' }))
    room.write('posts/pages/about.md', post({ layout: 'page', date: '2026-01-01' }))
    await room.sync()
    const filled = fillContainers(room.reader(), at, containers(text))
    return filled.map(({ posts: stories }) => stories.map(({ slug }) => slug).join(' '))
  }

  test('what was picked comes first, in that order, then the newest of the filling', async () => {
    expect(
      await shown('  - { layout: lead, picks: [a-chip, f-news], fill: { category: chips }, limit: 4 }'),
    ).toEqual(['a-chip f-news e-chip d-chip'])
  })

  test('a container can be filled with the latest, a tag or an author', async () => {
    expect(
      await shown(
        '  - { layout: lead, fill: latest, limit: 1 }\n' +
          '  - { title: T, layout: columns, fill: { tag: Nvidia }, limit: 2 }\n' +
          '  - { title: A, layout: columns, fill: { author: desk }, limit: 2 }',
      ),
    ).toEqual(['f-news', 'e-chip d-chip', 'c-chip b-chip'])
  })

  test('no story is shown twice, and what one container picks no other is filled with', async () => {
    expect(
      await shown(
        '  - { layout: lead, fill: latest, limit: 3 }\n' +
          '  - { title: B, layout: columns, picks: [e-chip, a-chip, b-chip], limit: 2, fill: latest }\n' +
          '  - { title: C, layout: columns, fill: { category: Chips } }',
      ),
    ).toEqual(['f-news d-chip c-chip', 'e-chip a-chip', 'b-chip'])
  })

  test('a pick that is a draft, scheduled, a page or gone leaves no hole', async () => {
    const text = '  - { layout: lead, picks: [hidden, later, about, gone, a-chip], fill: latest, limit: 2 }'
    expect(await shown(text)).toEqual(['a-chip f-news'])
    expect(await shown(text, Date.parse('2026-07-02T00:00:00Z'))).toEqual(['later a-chip'])
  })

  test('a container that nothing is left for is not there', async () => {
    expect(
      await shown('  - { layout: lead, picks: hidden }\n  - { title: B, layout: columns, picks: a-chip }'),
    ).toEqual(['a-chip'])
  })

  test('a story that moved is found by its old address', async () => {
    const room = withStories()
    room.write('posts/2026-01-11-new-name.md', post({ aliases: '[/old-name]' }))
    await room.sync()
    const [lead] = fillContainers(room.reader(), now, containers('  - { layout: lead, picks: old-name }'))
    expect(lead?.posts[0]?.slug).toBe('new-name')
  })
})

describe('front.yml in the index', () => {
  const good = 'containers:\n  - { layout: lead, picks: a-chip }\n'
  const picks = (room: ReturnType<typeof newsroom>) => getFrontPage(room.reader())?.containers[0]?.picks

  test('is taken in, changed and dropped with the file', async () => {
    const room = withStories()
    expect(await room.sync()).toMatchObject({ frontChanged: false })
    expect(getFrontPage(room.reader())).toBeUndefined()
    room.write('front.yml', good)
    expect(await room.sync()).toMatchObject({ frontChanged: true, problems: [] })
    expect(await room.sync()).toMatchObject({ frontChanged: false })
    expect(picks(room)).toEqual(['a-chip'])
    room.remove('front.yml')
    expect(await room.sync()).toMatchObject({ frontChanged: true })
    expect(getFrontPage(room.reader())).toBeUndefined()
  })

  test('the last good front stays when the file has an error, and the error is told until it is mended', async () => {
    const room = withStories()
    room.write('front.yml', good)
    await room.sync()
    room.write('front.yml', good.replace('lead', 'laed'))
    for (const report of [await room.sync(), await room.sync()]) {
      expect(report.frontChanged).toBe(false)
      expect(report.problems.map(({ severity, file, line }) => [severity, file, line])).toEqual([
        ['error', 'front.yml', 2],
      ])
    }
    expect(picks(room)).toEqual(['a-chip'])
    room.write('front.yml', good.replace('a-chip', 'b-chip'))
    expect(await room.sync()).toMatchObject({ frontChanged: true, problems: [] })
    expect(picks(room)).toEqual(['b-chip'])
  })

  test('a folder or a link in its place is refused', async () => {
    const room = withStories()
    room.write('front.yml/x', '')
    const { problems } = await room.sync()
    expect(problems[0]).toMatchObject({ file: 'front.yml', severity: 'error' })
  })

  test('a file called front.yaml is not read, and says so', async () => {
    const room = withStories()
    room.write('front.yaml', good)
    const { problems } = await room.sync()
    expect(problems.map(formatProblem)).toEqual([
      'front.yaml  warn   front      This is not read. Name it front.yml.',
    ])
  })
})

describe('what is told of a front page whose stories are', () => {
  async function told(text: string) {
    const room = withStories()
    room.write('posts/2026-01-10-hidden.md', post({ draft: 'true' }))
    room.write('posts/2026-07-01-later.md', post({ aliases: '[/before]' }))
    room.write('posts/2026-01-11-broken.md', '---\ntitle: [\n---\n')
    room.write('posts/pages/about.md', post({ layout: 'page', date: '2026-01-01' }))
    room.write('front.yml', text)
    const { problems } = await room.sync()
    return problems.filter(({ file }) => file === 'front.yml').map(formatProblem)
  }
  const pick = (slug: string) => `containers:\n  - { layout: lead, picks: [a-chip, ${slug}] }\n`
  const fill = (by: string) => `containers:\n  - { layout: lead, fill: { ${by} } }\n`

  const table: [what: string, text: string, problem: string | undefined][] = [
    ['public', pick('b-chip'), undefined],
    [
      'mistyped',
      pick('b-chpi'),
      '2:37  error  front      There is no story "b-chpi". Did you mean "b-chip"?',
    ],
    [
      'gone, and like no other',
      pick('the-kraken-wakes'),
      '2:37  warn   front      There is no story "the-kraken-wakes", so it is skipped. Correct or remove it.',
    ],
    ['drafts', pick('hidden'), '2:37  note   front      "hidden" is a draft, so it is skipped.'],
    [
      'scheduled',
      pick('later'),
      '2:37  note   front      "later" is scheduled for July 1, 2026 at 00:00 GMT+2 and',
    ],
    ['broken', pick('broken'), '2:37  warn   front      posts/2026-01-11-broken.md has errors'],
    ['standing pages', pick('about'), '2:37  error  front      "about" is a standing page'],
    [
      'named by an old address',
      pick('before'),
      '2:37  warn   front      "before" is an old address. Write "later".',
    ],
    ['in a section that has none yet', fill('category: research'), undefined],
    [
      'in a mistyped category',
      fill('category: Chisp'),
      '2:27  error  front      No story has the category "Chisp". Did you mean "chips"?',
    ],
    [
      'under a tag nobody has',
      fill('tag: Quantum computers'),
      '2:27  warn   front      No story has the tag "Quantum computers", so nothing is filled in.',
    ],
    [
      'by a mistyped author',
      fill('author: deks'),
      '2:27  error  front      No story has the author "deks". Did you',
    ],
    [
      'behind a breaking line that has ended',
      'breaking: { text: X, until: 2026-05-31 10:00 }',
      '1:11  note   front      This ended on May 31, 2026 at 10:00 GMT+2 and is not shown. Take it out.',
    ],
    [
      'behind a breaking line, mistyped',
      'breaking: { text: X, story: a-chpi, until: 2026-06-03 10:00 }',
      '1:29  error  front      There is no story "a-chpi". Did you mean "a-chip"?',
    ],
  ]
  test.each(table)('%s', async (_what, text, problem) => {
    const all = await told(text)
    if (problem === undefined) expect(all).toEqual([])
    else expect(all.join('\n')).toContain(`front.yml:${problem}`)
    expect(all.length).toBeLessThan(2)
  })
})
