import { bodyHtml } from '@/lib/data/body-html'
import { correctionsAnswer, correctionsList } from '@/lib/data/corrections'
import { followable } from '@/lib/data/feed-directory'
import { feed } from '@/lib/data/feeds'
import { isCurrent } from '@/lib/data/freshness'
import { front } from '@/lib/data/front'
import { archiveMonths, authorList, categoryList, monthList, tagList } from '@/lib/data/lists'
import { liteFrontPage, liteStory } from '@/lib/data/lite'
import { llms, markdown } from '@/lib/data/markdown'
import { article, footerPages } from '@/lib/data/post'
import { latestNews, sitemap, sitemapPartOf } from '@/lib/data/sitemaps'
import { asked } from '../../setup/next-cache'
import { now, post, tidyUp } from '../store/newsroom'
import { clock, leaveSite, openSite } from './site'

/** Every kind of answer of the door, by what a reader would call it. */
const shown: Record<string, () => Promise<unknown>> = {
  'the front page': front,
  'the lite front page': liteFrontPage,
  'the section Chips': () => categoryList('chips', 1),
  'the section Policy': () => categoryList('policy', 1),
  'the section Robots': () => categoryList('robots', 1),
  'the tag Fab': () => tagList('fab', 1),
  'the tag Court': () => tagList('court', 1),
  'the page of the desk': () => authorList('desk', 1),
  'the page of Ada': () => authorList('ada', 1),
  'the month of March': () => monthList('2026', '03', 1),
  'the month of April': () => monthList('2026', '04', 1),
  'the archive': archiveMonths,
  'the site’s feed': () => feed('rss', 'site', ''),
  'the feed of Chips': () => feed('atom', 'category', 'chips'),
  'the feed of Policy': () => feed('atom', 'category', 'policy'),
  'the feed of the tag Fab': () => feed('json', 'tag', 'fab'),
  'the feed of the tag Court': () => feed('json', 'tag', 'court'),
  'the feed of the desk': () => feed('rss', 'author', 'desk'),
  'the feed of Ada': () => feed('rss', 'author', 'ada'),
  'the sitemaps': sitemap,
  'their first part': () => sitemapPartOf(1),
  'the news sitemap': latestNews,
  'the corrections': () => correctionsList(1),
  'the feed of corrections': () => correctionsAnswer('rss'),
  'the page of feeds': followable,
  'llms.txt': llms,
  'the story Wafer': () => article('wafer'),
  'its lite edition': () => liteStory('wafer'),
  'its Markdown': () => markdown('wafer'),
  'the story Ruling': () => article('ruling'),
  'a story with a card of another': () => article('analysis'),
  'its feed text': () => bodyHtml('analysis'),
  'the page About': () => article('about'),
  'the footer': footerPages,
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
  for (const ask of [() => article('outlook'), () => bodyHtml('outlook')]) {
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
