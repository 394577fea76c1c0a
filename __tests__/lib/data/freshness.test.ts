import { getBodyHtml } from '@/lib/data/body-html'
import { getCorrectionsFeed, getCorrectionsPage } from '@/lib/data/corrections'
import { getFeedDirectory } from '@/lib/data/feed-directory'
import { getFeed } from '@/lib/data/feeds'
import { isCurrent } from '@/lib/data/freshness'
import { getFrontPage } from '@/lib/data/front'
import { getAuthorPage, getCategoryPage, getMonthPage, getTagPage, listArchiveMonths } from '@/lib/data/lists'
import { getLiteFront, getLitePost } from '@/lib/data/lite'
import { getLlmsTxt, getPostMarkdown } from '@/lib/data/markdown'
import { getFooterPages, getPostPage } from '@/lib/data/post'
import { getNewsSitemap, getSitemapIndex, getSitemapPart } from '@/lib/data/sitemaps'
import { asked } from '../../setup/next-cache'
import { now, post, tidyUp } from '../store/newsroom'
import { clock, leaveSite, openSite } from './site'

/** Every kind of answer of the door, by what a reader would call it. */
const shown: Record<string, () => Promise<unknown>> = {
  'the front page': getFrontPage,
  'the lite front page': getLiteFront,
  'the section Chips': () => getCategoryPage('chips', 1),
  'the section Policy': () => getCategoryPage('policy', 1),
  'the section Robots': () => getCategoryPage('robots', 1),
  'the tag Fab': () => getTagPage('fab', 1),
  'the tag Court': () => getTagPage('court', 1),
  'the page of the desk': () => getAuthorPage('desk', 1),
  'the page of Ada': () => getAuthorPage('ada', 1),
  'the month of March': () => getMonthPage('2026', '03', 1),
  'the month of April': () => getMonthPage('2026', '04', 1),
  'the archive': listArchiveMonths,
  'the site’s feed': () => getFeed('rss', 'site', ''),
  'the feed of Chips': () => getFeed('atom', 'category', 'chips'),
  'the feed of Policy': () => getFeed('atom', 'category', 'policy'),
  'the feed of the tag Fab': () => getFeed('json', 'tag', 'fab'),
  'the feed of the tag Court': () => getFeed('json', 'tag', 'court'),
  'the feed of the desk': () => getFeed('rss', 'author', 'desk'),
  'the feed of Ada': () => getFeed('rss', 'author', 'ada'),
  'the sitemaps': getSitemapIndex,
  'their first part': () => getSitemapPart(1),
  'the news sitemap': getNewsSitemap,
  'the corrections': () => getCorrectionsPage(1),
  'the feed of corrections': () => getCorrectionsFeed('rss'),
  'the page of feeds': getFeedDirectory,
  'llms.txt': getLlmsTxt,
  'the story Wafer': () => getPostPage('wafer'),
  'its lite edition': () => getLitePost('wafer'),
  'its Markdown': () => getPostMarkdown('wafer'),
  'the story Ruling': () => getPostPage('ruling'),
  'a story with a card of another': () => getPostPage('analysis'),
  'its feed text': () => getBodyHtml('analysis'),
  'the page About': () => getPostPage('about'),
  'the footer': getFooterPages,
}

const always = [
  ...['the front page', 'the lite front page', 'the archive', 'the site’s feed'],
  ...['the sitemaps', 'their first part', 'the news sitemap'],
  ...['the corrections', 'the feed of corrections', 'the page of feeds', 'llms.txt'],
]
const ofDesk = ['the page of the desk', 'the feed of the desk']
const ofChips = ['the section Chips', 'the feed of Chips', 'the month of March', ...ofDesk]
const wafer = [
  ...['the story Wafer', 'its lite edition', 'its Markdown'],
  // The feeds have the whole text, with the card in it.
  ...['a story with a card of another', 'its feed text', 'the feed of Policy', 'the feed of Ada'],
]
const everything = Object.keys(shown).filter((name) => name !== 'the footer')
/** The stories before and after one of 2 March. */
const around = ['the story Wafer', 'the story Ruling']
const svg = (height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="${height}" viewBox="0 0 16 ${height}"/>`

const story = (title: string, fields: Record<string, string> = {}, body?: string) =>
  post({ title, categories: 'Chips', ...fields }, body)
let room: ReturnType<typeof openSite>

beforeAll(() => {
  room = openSite()
  clock(now)
})
beforeEach(async () => {
  room.write('authors/desk.md', '---\nname: The desk\n---\n\nWe write.\n')
  room.write('authors/ada.md', '---\nname: Ada\n---\n\nShe writes.\n')
  room.write('posts/2026-03-01-wafer.md', story('Wafer', { tags: 'Fab' }))
  room.write(
    'posts/2026-04-01-ruling.md',
    story('Ruling', { author: 'ada', categories: 'Policy', tags: 'Court', image: '/assets/late.svg' }),
  )
  const card = 'What it is about:\n\n<Post slug="wafer" />\n'
  room.write(
    'posts/2025-01-01-analysis.mdx',
    story('Analysis', { author: 'ada', categories: 'Policy' }, card),
  )
  room.write('posts/2026-01-01-about.md', post({ title: 'About', layout: 'page' }))
  room.write('front.yml', 'containers: []\n')
  await room.sync()
})
afterAll(() => {
  leaveSite()
  tidyUp()
})

/** Which answers the changes make old, by their tags. */
async function madeOld(): Promise<string[]> {
  const tags = new Map<string, string[]>()
  for (const [name, ask] of Object.entries(shown)) {
    asked.tags = []
    await ask()
    tags.set(name, asked.tags)
  }
  await room.sync()
  return Object.keys(shown).filter((name) => !isCurrent(tags.get(name) ?? []))
}
const inOrder = (names: string[]) => Object.keys(shown).filter((name) => names.includes(name))

test.each<[string, () => void, string[]]>([
  ['nothing', () => {}, []],
  [
    'an edited story',
    () => room.write('posts/2026-03-01-wafer.md', story('A better wafer', { tags: 'Fab' })),
    [...always, ...ofChips, ...wafer, 'the tag Fab', 'the feed of the tag Fab', 'the story Ruling'],
  ],
  [
    'a new story without a tag',
    () => room.write('posts/2026-03-02-etching.md', story('Etching')),
    [...always, ...ofChips, ...around],
  ],
  [
    'a story that is taken back',
    () => room.remove('posts/2026-03-02-etching.md'),
    [...always, ...ofChips, ...around],
  ],
  [
    'a story that moves to another section',
    () => room.write('posts/2026-03-01-wafer.md', story('Wafer', { tags: 'Fab', categories: 'Policy' })),
    [
      ...[...always, ...ofChips, ...wafer, 'the tag Fab', 'the feed of the tag Fab'],
      ...['the section Policy', 'the feed of Policy', 'the story Ruling'],
    ],
  ],
  [
    'the first story of a section that readers have asked for in vain',
    () => room.write('posts/2026-04-02-arm.md', story('Arm', { author: 'ada', categories: 'Robots' })),
    [
      ...[...always, 'the section Robots', 'the page of Ada', 'the feed of Ada', 'the month of April'],
      'the story Ruling',
    ],
  ],
  [
    'a story that is scheduled',
    () => room.write('posts/2026-08-01-later.md', story('Later', { date: '2026-08-01 09:00' })),
    [...always, ...ofChips.filter((name) => name !== 'the month of March')],
  ],
  [
    'a standing page',
    () => room.write('posts/2026-01-01-about.md', post({ title: 'About us', layout: 'page' })),
    [...always, ...ofDesk, 'the page About', 'the footer'],
  ],
  [
    'the line of breaking news',
    () => room.write('front.yml', 'breaking: { text: Now, until: 2026-06-01 18:00 }\n'),
    always,
  ],
  [
    'an author with another name',
    () => room.write('authors/desk.md', '---\nname: The night desk\n---\n\nWe write.\n'),
    everything,
  ],
  ['a picture that no story has waited for', () => room.write('public/assets/new.svg', svg(9)), always],
  ['the same picture in another size', () => room.write('public/assets/new.svg', svg(10)), everything],
  ['a picture that a story has waited for', () => room.write('public/assets/late.svg', svg(9)), everything],
])('P15: %s makes the pages outdated that show it, and no others', async (_, change, expected) => {
  change()
  expect(await madeOld()).toEqual(inOrder(expected))
})

test('a story with a card of one that is not out yet tells nothing of that one, and is made again when it comes', async () => {
  const soon = new Date(now + 90_000).toISOString()
  const card = 'To come:\n\n<Post slug="secret-chip" />\n'
  room.write('posts/2026-05-01-secret-chip.md', story('Secret chip', { draft: 'true' }))
  room.write('posts/2025-01-02-outlook.mdx', story('Outlook', {}, card))
  await room.sync()
  for (const ask of [() => getPostPage('outlook'), () => getBodyHtml('outlook')]) {
    asked.tags = []
    expect(JSON.stringify(await ask())).not.toContain('secret')
    expect(asked.tags.join()).not.toContain('secret')
    const { tags } = asked

    room.write('posts/2026-05-01-secret-chip.md', story('Secret chip', { date: soon }))
    await room.sync()
    expect(isCurrent(tags)).toBe(false)
    await ask()
    expect(asked.life).toMatchObject({ revalidate: 90 })
    room.write('posts/2026-05-01-secret-chip.md', story('Secret chip', { draft: 'true' }))
    await room.sync()
  }
})
