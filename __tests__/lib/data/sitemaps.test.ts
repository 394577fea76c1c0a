import { getNewsSitemap, getSitemapIndex, getSitemapPart } from '@/lib/data/sitemaps'
import { asked } from '../../setup/next-cache'
import { origin, readXml, textsOf } from '../feeds/fixture'
import { post, tidyUp } from '../store/newsroom'
import { clock, leaveSite, openSite } from './site'

const hour = 3_600_000
const out = Date.parse('2026-03-16T10:00:00+01:00')

beforeAll(async () => {
  const { write, sync } = openSite()
  write('posts/2026-03-01-first.md', post({ date: '2026-03-01 08:00', image: 'assets/first.svg' }))
  write('posts/2026-03-16-chips.md', post({ title: 'Chips', date: '2026-03-16 10:00', tags: 'Chips' }))
  write(
    'posts/2026-03-17-later.md',
    post({ title: 'Later', date: '2026-03-17 10:00', updated: '2026-03-18 09:00' }),
  )
  write('posts/2026-03-10-secret.md', post({ title: 'Secret', draft: 'true', tags: 'Secrets' }))
  write('posts/2026-01-01-about.md', post({ title: 'About', layout: 'page' }))
  await sync({ now: new Date(out) })
})
afterAll(() => {
  leaveSite()
  tidyUp()
})

test.each([
  [47, ['Chips']],
  [48, ['Chips']],
  [49, []],
])('%d hours after it came out, the news sitemap has %j of that morning', async (hours, expected) => {
  clock(out + hours * hour)
  const titles = textsOf((await getNewsSitemap()).text, 'news:title')
  expect(titles.filter((title) => title === 'Chips')).toEqual(expected)
})

test('a news sitemap is kept until its oldest story is two days old, or the next comes out', async () => {
  clock(out + 47 * hour)
  await getNewsSitemap()
  expect(asked.life).toMatchObject({ revalidate: 3600 })
  clock(out + hour)
  await getNewsSitemap()
  expect(asked.life).toMatchObject({ revalidate: 23 * 3600 })
})

test('sitemaps are kept until the next scheduled story, a month at most', async () => {
  clock(out)
  await getSitemapIndex()
  expect(asked.life).toMatchObject({ revalidate: 24 * 3600 })
  await getSitemapPart(1)
  expect(asked.life).toMatchObject({ revalidate: 24 * 3600 })
  clock(out + 100 * hour)
  await getSitemapIndex()
  expect(asked.life).toMatchObject({ revalidate: 30 * 24 * 3600 })
})

test('the index names the lists and the posts, with their newest change', async () => {
  clock(out + 100 * hour)
  const { text } = await getSitemapIndex()
  expect(textsOf(text, 'loc')).toEqual([`${origin}/sitemap/0.xml`, `${origin}/sitemap/1.xml`])
  expect(textsOf(text, 'lastmod')).toEqual(['2026-03-18T08:00:00.000Z', '2026-03-18T08:00:00.000Z'])
})

test('posts are listed oldest first, with their pictures', async () => {
  clock(out)
  const text = (await getSitemapPart(1))?.text ?? ''
  expect(textsOf(text, 'loc')).toEqual([`${origin}/first`, `${origin}/chips`])
  expect(textsOf(text, 'image:loc')).toEqual([`${origin}/assets/first.svg`])
})

test('lists and standing pages have a part of their own', async () => {
  clock(out)
  const pages = textsOf((await getSitemapPart(0))?.text ?? '', 'loc')
  expect(pages).toEqual([
    origin,
    `${origin}/about`,
    `${origin}/archive`,
    `${origin}/corrections`,
    `${origin}/feeds`,
    `${origin}/author/desk`,
    `${origin}/tag/chips`,
  ])
})

test('P3: what is a draft or not out yet stands in none of them', async () => {
  clock(out)
  const all = [
    await getSitemapIndex(),
    await getSitemapPart(0),
    await getSitemapPart(1),
    await getNewsSitemap(),
  ]
  for (const answer of all) {
    readXml(answer?.text ?? '')
    expect(answer?.text).not.toMatch(/secret|later/i)
  }
  clock(out + 24 * hour)
  expect((await getSitemapPart(1))?.text).toContain('/later')
})

test('a part that does not exist is asked for again a minute later', async () => {
  clock(out)
  expect(await getSitemapPart(2)).toBeUndefined()
  expect(asked.life).toMatchObject({ revalidate: 60 })
})
