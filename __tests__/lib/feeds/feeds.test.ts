import { writeAtom } from '@/lib/feeds/atom'
import { type Feed, newestChange } from '@/lib/feeds/feed'
import { writeJsonFeed } from '@/lib/feeds/json-feed'
import { rfc822, writeRss } from '@/lib/feeds/rss'
import { andre, desk, expectGolden, gpt4, origin, readXml, short, textsOf } from './fixture'

const body = `<h2 id="exam"><a class="anchor" href="#exam">The exam</a></h2>
<p class="lead">It <em>passed</em>. <a href="/a-quiet-day">More</a>, <a href="#exam">above</a>.</p>
<p><img src="/assets/images/x.png" srcset="/assets/images/x.png 1x, /assets/images/x-2.png 2x" alt="Exam &amp; page"></p>
<video src="/assets/v.mp4" poster="/assets/v.jpg" controls></video><script>alert(1)</script>`

const feed: Feed = {
  title: 'The Inference',
  description: 'News on artificial intelligence.',
  path: '/feed.xml',
  homePath: '/',
  updated: newestChange([gpt4, short]) ?? '',
  items: [
    { post: short, authors: [desk], html: '<p>Nothing.</p>' },
    {
      post: gpt4,
      authors: [andre, desk],
      html: body,
      picture: { width: 1600, height: 900, type: 'image/svg+xml', bytes: 20480 },
    },
  ],
}

test('the RSS feed is the one that was read and found good', () => expectGolden('feed.xml', writeRss(feed)))
test('so is the Atom feed', () => expectGolden('atom.xml', writeAtom({ ...feed, path: '/atom.xml' })))
test('so is the JSON feed', () => expectGolden('feed.json', writeJsonFeed({ ...feed, path: '/feed.json' })))

test('an entry is known by its address without a trailing slash, in every format', () => {
  const id = `${origin}/news-openai-unveils-gpt-4`
  expect(textsOf(writeRss(feed), 'guid')).toContain(id)
  expect(textsOf(writeAtom(feed), 'id')).toContain(id)
  expect(JSON.parse(writeJsonFeed(feed)).items[1].id).toBe(id)
})

test('changing title, date and picture of a post does not change what it is known by', () => {
  const changed = {
    ...gpt4,
    title: 'New',
    updated: '2026-01-01T00:00:00+01:00',
    image: undefined,
    canonical: 'https://x.example/',
  }
  const again = { ...feed, items: [{ post: changed, authors: [], html: '' }] }
  expect(textsOf(writeRss(again), 'guid')).toEqual([`${origin}/news-openai-unveils-gpt-4`])
  expect(textsOf(writeAtom(again), 'id')).toContain(`${origin}/news-openai-unveils-gpt-4`)
})

test('every author has a dc:creator', () => {
  expect(textsOf(writeRss(feed), 'dc:creator')).toEqual(['The Inference desk', 'Andre', 'The Inference desk'])
})

test('dates are in the offset of the post, also over the change of summer time', () => {
  expect(textsOf(writeRss(feed), 'pubDate')).toEqual([
    'Fri, 17 Mar 2023 00:00:00 +0100',
    'Thu, 16 Mar 2023 10:30:00 +0100',
  ])
  expect(rfc822('2026-07-01T09:05:00-03:30')).toBe('Wed, 01 Jul 2026 09:05:00 -0330')
  expect(rfc822('2026-07-01T09:05:00Z')).toBe('Wed, 01 Jul 2026 09:05:00 +0000')
})

test('the feed was built when its newest change was made', () => {
  expect(textsOf(writeRss(feed), 'lastBuildDate')).toEqual(['Sun, 02 Jul 2023 18:00:00 +0200'])
  expect(newestChange([])).toBeUndefined()
})

test('the feed says where it is', () => {
  const self = readXml(writeRss(feed)).find(({ name }) => name === 'atom:link')
  expect(self?.attributes).toMatchObject({
    rel: 'self',
    href: `${origin}/feed.xml`,
    type: 'application/rss+xml',
  })
})

test('the text in all formats is the same, with every address absolute and no link of a heading to itself', () => {
  const texts = [
    textsOf(writeRss(feed), 'content:encoded')[1] ?? '',
    textsOf(writeAtom(feed), 'content')[1] ?? '',
    JSON.parse(writeJsonFeed(feed)).items[1].content_html as string,
  ]
  expect(new Set(texts).size).toBe(1)
  const [text = ''] = texts
  expect(text).toContain('<h2 id="exam">The exam</h2>')
  expect(text).toContain(`<a href="${origin}/a-quiet-day">`)
  expect(text).toContain(`<a href="${origin}/news-openai-unveils-gpt-4#exam">above</a>`)
  expect(text).toContain(`srcset="${origin}/assets/images/x.png 1x, ${origin}/assets/images/x-2.png 2x"`)
  expect(text).toContain(`poster="${origin}/assets/v.jpg"`)
  expect(text).not.toMatch(/="\/|script|class=/)
})

test('a post without a picture has none in the feed', () => {
  expect(readXml(writeRss(feed)).filter(({ name }) => name === 'media:content')).toHaveLength(1)
})

test('an empty feed is a feed', () => {
  const empty = { ...feed, items: [] }
  expect(textsOf(writeRss(empty), 'item')).toEqual([])
  expect(textsOf(writeAtom(empty), 'title')).toEqual(['The Inference'])
  expect(JSON.parse(writeJsonFeed(empty)).items).toEqual([])
})
