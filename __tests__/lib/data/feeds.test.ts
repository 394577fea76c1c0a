import { getFeed } from '@/lib/data/feeds'
import { asked } from '../../setup/next-cache'
import { origin, textsOf } from '../feeds/fixture'
import { post, tidyUp } from '../store/newsroom'
import { clock, leaveSite, openSite } from './site'

const morning = Date.parse('2026-03-16T10:00:00+01:00')
const fields = { categories: 'News', tags: 'Chips', date: '2026-03-16 09:00' }

beforeAll(async () => {
  const { write, sync } = openSite()
  for (let day = 1; day <= 31; day++)
    write(`posts/2025-01-${String(day).padStart(2, '0')}-old-${day}.md`, post())
  write(
    'posts/2026-03-16-chips.md',
    post({ ...fields, title: 'Chips' }, 'They are **scarce**. [About](/about)'),
  )
  write('posts/2026-03-16-later.md', post({ ...fields, title: 'Later', date: '2026-03-16 12:00' }))
  write('posts/2026-03-16-secret.md', post({ ...fields, title: 'Secret', draft: 'true', tags: 'Secrets' }))
  write('posts/2026-01-01-about.md', post({ title: 'About', layout: 'page' }))
  await sync({ now: new Date(morning) })
})
beforeEach(() => clock(morning))
afterAll(() => {
  leaveSite()
  tidyUp()
})

test('the site’s feed has the newest thirty stories with their whole text', async () => {
  const { text = '' } = (await getFeed('rss', 'site', '')) ?? {}
  expect(textsOf(text, 'item')).toHaveLength(30)
  expect(textsOf(text, 'content:encoded')[0]).toBe(
    `<p>They are <strong>scarce</strong>. <a href="${origin}/about">About</a></p>`,
  )
})

test.each([
  ['category', 'news', 'The Inference: News'],
  ['tag', 'chips', 'The Inference: Chips'],
] as const)('the feed of a %s has its stories only', async (source, slug, title) => {
  for (const format of ['rss', 'atom'] as const) {
    const { text = '' } = (await getFeed(format, source, slug)) ?? {}
    expect(textsOf(text, 'title')).toContain(title)
    expect(textsOf(text, format === 'rss' ? 'item' : 'entry')).toHaveLength(1)
  }
  const { text = '' } = (await getFeed('json', source, slug)) ?? {}
  expect(JSON.parse(text)).toMatchObject({
    title,
    feed_url: `${origin}/${source}/${slug}/feed.json`,
    home_page_url: `${origin}/${source}/${slug}`,
    items: [{ id: `${origin}/chips` }],
  })
})

test('an author has a feed', async () => {
  const { text = '' } = (await getFeed('json', 'author', 'desk')) ?? {}
  expect(JSON.parse(text)).toMatchObject({ title: 'The Inference: The desk', description: 'We write.' })
})

test('a section of the masthead has a feed before it has a story', async () => {
  expect((await getFeed('rss', 'category', 'policy'))?.text).toContain('<title>The Inference: Policy</title>')
})

test('P3, P4: drafts, scheduled stories and standing pages are in no feed, a scheduled one from its time on', async () => {
  expect((await getFeed('rss', 'site', ''))?.text).not.toMatch(/secret|later|<title>About/i)
  expect(await getFeed('rss', 'tag', 'secrets')).toBeUndefined()
  expect(asked.life).toMatchObject({ revalidate: 60 })
  clock(morning + 2 * 3_600_000)
  const { text = '' } = (await getFeed('rss', 'site', '')) ?? {}
  expect(textsOf(text, 'guid')[0]).toBe(`${origin}/later`)
})

test('a feed is made anew with every list, and with each of its stories', async () => {
  await getFeed('atom', 'site', '')
  const names = asked.tags.map((tag) => tag.split('@')[0])
  expect(names).toContain('lists')
  expect(names).toContain('post:chips')
})

test('what is no list has no feed', async () => {
  for (const [source, slug] of [
    ['category', 'no-such'],
    ['tag', '../../x'],
    ['tag', '__proto__'],
    ['author', 'nobody'],
  ] as const)
    expect(await getFeed('rss', source, slug)).toBeUndefined()
})
