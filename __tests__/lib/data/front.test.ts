import { getFrontPage } from '@/lib/data/front'
import { asked } from '../../setup/next-cache'
import { post, tidyUp } from '../store/newsroom'
import { clock, leaveSite, openSite } from './site'

const noon = Date.parse('2026-05-20T12:00:00+02:00')
const minutes = 60_000
let room: ReturnType<typeof openSite>

beforeAll(async () => {
  room = openSite()
  for (let day = 1; day <= 9; day++)
    room.write(`posts/2026-01-0${day}-news-${day}.md`, post({ categories: 'News' }))
  room.write('posts/2026-01-03-the-deal.md', post({ categories: 'Chips', featured: 'true' }))
  room.write('posts/2026-05-20-ruling.md', post({ title: 'The ruling', date: '2026-05-20 13:00' }))
})
afterAll(() => {
  leaveSite()
  tidyUp()
})

async function frontAt(time: number, yaml?: string) {
  if (yaml) room.write('front.yml', yaml)
  await room.sync({ now: new Date(time) })
  clock(time)
  return getFrontPage()
}
const slugs = (posts: { slug: string }[]) => posts.map(({ slug }) => slug).join(' ')

test('without front.yml a featured story leads, the newest stand beside it, and each section has a band', async () => {
  const { containers, breaking } = await frontAt(noon)
  expect(breaking).toBeUndefined()
  expect(containers.map(({ title, layout, posts }) => [title, layout, slugs(posts)])).toEqual([
    [undefined, 'lead', 'the-deal news-9 news-8 news-7 news-6'],
    ['News', 'feature', 'news-5 news-4 news-3 news-2'],
  ])
})

const breaking = `
breaking: { text: The court has ruled, story: ruling, until: 2026-05-20 14:00 }
containers:
  - { layout: lead, picks: news-1, fill: latest }
  - { title: Silicon, layout: columns, fill: { category: chips } }
`

test('with it, the containers are as the editors arranged them, with the list they are of', async () => {
  const { containers, latest } = await frontAt(noon, breaking)
  expect(containers).toMatchObject([
    { layout: 'lead', isPicked: true, posts: [{ slug: 'news-1' }, { slug: 'news-9' }, {}, {}, {}] },
    { title: 'Silicon', isPicked: false, source: { by: 'category', slug: 'chips', name: 'Chips' } },
  ])
  expect(containers[1]?.description).toMatch(/hardware/)
  expect(latest).toHaveLength(8)
})

test('the breaking line stands until its time and not a moment longer, and links once its story is out', async () => {
  expect((await frontAt(noon, breaking)).breaking).toEqual({ text: 'The court has ruled', slug: undefined })
  expect(asked.life).toMatchObject({ revalidate: 3600, expire: 3660 })
  expect((await frontAt(noon + 61 * minutes)).breaking).toMatchObject({ slug: 'ruling' })
  expect(asked.life).toMatchObject({ revalidate: 59 * 60 })
  expect((await frontAt(noon + 119 * minutes)).breaking).toBeDefined()
  expect(asked.life).toMatchObject({ revalidate: 60, expire: 300 })
  expect((await frontAt(noon + 120 * minutes)).breaking).toBeUndefined()
  expect(asked.life).toMatchObject({ revalidate: 30 * 86_400 })
})

test('a breaking line alone leaves the rest as usual', async () => {
  const { containers, breaking: line } = await frontAt(
    noon,
    'breaking: { text: Now, until: 2026-05-20 14:00 }\n',
  )
  expect(line).toMatchObject({ text: 'Now' })
  expect(slugs(containers[0]?.posts ?? [])).toMatch(/^the-deal/)
})
