import type { Summary } from '@/lib/content/summary'
import { writeLlmsTxt } from '@/lib/feeds/llms'
import { writeNewsSitemap } from '@/lib/feeds/news-sitemap'
import { writeOpenSearch } from '@/lib/feeds/open-search'
import { writeRobotsTxt } from '@/lib/feeds/robots'
import { writeSecurityTxt } from '@/lib/feeds/security-txt'
import { toSitemapPages, urlsPerPart, writeSitemapIndex, writeSitemapPart } from '@/lib/feeds/sitemap'
import { expectGolden, gpt4, origin, page, readXml, short, textsOf } from './fixture'

const hour = 3_600_000
const published = Date.parse(short.published)
const listed = ({ slug, canonical, published, updated, image }: Summary) => ({
  ...{ slug, canonical, changed: updated ?? published, picture: image?.src },
})

test('the sitemaps are the ones that were read and found good', () => {
  expectGolden('sitemap.xml', writeSitemapIndex([{ lastmod: '2023-07-02T18:00:00+02:00' }, {}]))
  expectGolden(
    'sitemap-1.xml',
    writeSitemapPart([{ path: '/' }, ...toSitemapPages([gpt4, short].map(listed))]),
  )
  expectGolden('news-sitemap.xml', writeNewsSitemap([gpt4, short], published + hour))
})

test('a post counts as changed when its front matter says so', () => {
  expect(textsOf(writeSitemapPart(toSitemapPages([gpt4, short].map(listed))), 'lastmod')).toEqual([
    gpt4.updated,
    short.published,
  ])
})

test('a part has at most five thousand pages', () => {
  const pages = Array.from({ length: urlsPerPart }, (_, index) => ({ path: `/${index}` }))
  expect(textsOf(writeSitemapPart(pages), 'loc')).toHaveLength(5000)
  expect(() => writeSitemapPart([...pages, { path: '/x' }])).toThrow(RangeError)
})

test('a post whose canonical address is on another site is not listed', () => {
  expect(toSitemapPages([{ ...listed(gpt4), canonical: 'https://elsewhere.example/gpt' }])).toEqual([])
  expect(toSitemapPages([{ ...listed(gpt4), canonical: `/${gpt4.slug}` }])).toHaveLength(1)
})

test('news is news for 48 hours', () => {
  expect(textsOf(writeNewsSitemap([short], published + 47 * hour), 'news:title')).toEqual(['A quiet day'])
  expect(textsOf(writeNewsSitemap([short], published + 49 * hour), 'news:title')).toEqual([])
})

test('what is not out yet, a draft or a standing page is no news', () => {
  expect(textsOf(writeNewsSitemap([short], published - 1), 'loc')).toEqual([])
  expect(
    textsOf(
      writeNewsSitemap(
        [
          { ...short, draft: true },
          { ...page, published: short.published },
        ],
        published,
      ),
      'loc',
    ),
  ).toEqual([])
})

test('the newest thousand are listed, newest first', () => {
  const posts = Array.from({ length: 1200 }, (_, index) => ({
    ...short,
    slug: `s-${index}`,
    published: new Date(published + index * 1000).toISOString(),
  }))
  const found = textsOf(writeNewsSitemap(posts, published + hour), 'loc')
  expect(found).toHaveLength(1000)
  expect(found[0]).toBe(`${origin}/s-1199`)
})

test('the news sitemap names the language of the post', () => {
  expect(textsOf(writeNewsSitemap([{ ...short, lang: 'pt-BR' }], published), 'news:language')).toEqual(['pt'])
})

test('robots may read everything but the interface and previews, and find both sitemaps', () => {
  expect(writeRobotsTxt()).toBe(
    `User-agent: *\nDisallow: /api/\nDisallow: /preview/\n\nSitemap: ${origin}/sitemap.xml\nSitemap: ${origin}/news-sitemap.xml\n`,
  )
})

test('a deployment that is not production is closed to robots', () => {
  process.env.VERCEL_ENV = 'preview'
  expect(writeRobotsTxt()).toBe('User-agent: *\nDisallow: /\n')
  delete process.env.VERCEL_ENV
})

test('P1: llms.txt is the one that was read and found good, and a title cannot write a line of its own', () => {
  expectGolden('llms.txt', writeLlmsTxt([gpt4, { ...short, title: 'A [quiet]\n# day' }], [page]))
})

test('security.txt names a contact and expires in half a year, never later than a year', () => {
  const text = writeSecurityTxt(Date.parse('2026-11-23T12:00:00Z'))
  expect(text).toMatch(/^Contact: (https:|mailto:)/)
  expect(text).toContain('\nExpires: 2027-05-01T00:00:00.000Z\n')
  expect(text).toContain(`\nCanonical: ${origin}/.well-known/security.txt\n`)
})

test('browsers learn the search, and where headlines are suggested', () => {
  const templateOf = (type: string) =>
    readXml(writeOpenSearch()).find(({ attributes }) => attributes.type === type)?.attributes.template
  expect(templateOf('text/html')).toBe(`${origin}/search?q={searchTerms}`)
  expect(templateOf('application/x-suggestions+json')).toBe(`${origin}/search/suggest?q={searchTerms}`)
})
