import { expect, type Page, test } from '@playwright/test'
import { countWords } from '../lib/text'
import { postSlugs, readFrontMatter } from './pages'
import { fetchPage, type Node, onlyNode, type ServedPage, sitemapPaths } from './served-page'

// The pages are fetched once, so the tests share one Playwright worker.

let page: Page
let stories: ServedPage[] = []
let standingPages: ServedPage[] = []

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage()
  const posts = (await sitemapPaths(page)).filter((path) => /^\/[a-z0-9-]+$/.test(path))
  for (const address of posts) {
    const served = await fetchPage(page, address)
    if (served.shown.times.length > 0) stories.push(served)
    else if (served.shown.updated) standingPages.push(served)
  }
})

test.afterAll(async () => {
  stories = []
  standingPages = []
  await page.close()
})

const article = (story: ServedPage) => onlyNode(story, /NewsArticle$/)
const origin = (story: ServedPage) => new URL(story.canonical[0] ?? '').origin
const some = <T>(list: T[]) => (list.length > 0 ? list : undefined)

/** Compares the structured data of all pages with their visible content. A failure names the page. */
function same(pages: ServedPage[], told: (page: ServedPage) => unknown, seen: (page: ServedPage) => unknown) {
  const table = (value: typeof told) => Object.fromEntries(pages.map((page) => [page.address, value(page)]))
  expect(pages).not.toEqual([])
  expect(table(told)).toEqual(table(seen))
}

test('every story in posts/ is in the sitemap and served, with one graph', () => {
  expect(stories.map(({ address }) => address).sort()).toEqual(postSlugs.map((slug) => `/${slug}`).sort())
  const types = (story: ServedPage) => story.graphs.map((graph) => graph.map((node) => node['@type']))
  const expected = [[expect.stringMatching(/NewsArticle$/), 'NewsMediaOrganization', 'BreadcrumbList']]
  same(stories, types, () => expected)
  same(
    stories,
    ({ status }) => status,
    () => 200,
  )
  same(
    stories,
    (story) => article(story).publisher,
    (story) => ({ '@id': onlyNode(story, /^NewsMediaOrganization$/)['@id'] }),
  )
})

test('stories have no metadata that these tests do not compare', () => {
  const compared = new Set(
    `@type @id mainEntityOfPage url headline description image datePublished dateModified author contributor
    publisher articleSection keywords inLanguage wordCount isAccessibleForFree dateline correction citation`.split(
      /\s+/,
    ),
  )
  same(
    stories,
    (story) => Object.keys(article(story)).filter((key) => !compared.has(key)),
    () => [],
  )
})

test('the headline is the h1, the only one, and the title elsewhere unless the author has written another', () => {
  same(
    stories,
    ({ shown }) => shown.headlines,
    () => [expect.stringMatching(/\S/)],
  )
  const headline = ({ shown }: ServedPage) => shown.headlines[0]
  same(stories, (story) => article(story).headline, headline)
  const titles = ({ titles, meta }: ServedPage) => [...titles, meta['og:title'], meta['twitter:title']].flat()
  same(stories, titles, (story) => {
    const { seoTitle, socialTitle } = readFrontMatter(story.address.slice(1))
    const forNetworks = socialTitle ?? headline(story)
    return [seoTitle ?? headline(story), forNetworks, forNetworks]
  })
})

test('the description is the standfirst', () => {
  const descriptions = ({ meta }: ServedPage) =>
    ['description', 'og:description', 'twitter:description'].flatMap((name) => meta[name])
  same(stories, descriptions, ({ shown }) => Array(3).fill(shown.standfirst))
  same(
    stories,
    (story) => article(story).description,
    ({ shown }) => shown.standfirst,
  )
  same(
    stories,
    ({ shown }) => shown.standfirst,
    () => expect.stringMatching(/\S/),
  )
})

test('the story has one URL, the one it is served at', () => {
  const addresses = (story: ServedPage) => {
    const { '@id': id, url, mainEntityOfPage } = article(story)
    return [
      story.canonical,
      story.meta['og:url'],
      String(id).replace(/#article$/, ''),
      url,
      mainEntityOfPage,
    ].flat()
  }
  same(stories, addresses, (story) => Array(5).fill(origin(story) + story.address))
})

test('the dates are the times on the page, with their offset', () => {
  const dates = (node: Node, { meta }: ServedPage) => [
    [node.datePublished, meta['article:published_time']].flat(),
    [node.dateModified, meta['article:modified_time']].flat(),
  ]
  same(
    stories,
    (story) => dates(article(story), story),
    ({ shown: { times } }) => [
      [times[0], times[0]],
      [times.at(-1), times.at(-1)],
    ],
  )
  const offset = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/
  same(
    stories,
    ({ shown }) => shown.times,
    ({ shown }) => shown.times.map(() => expect.stringMatching(offset)),
  )
})

test('the authors are those of the byline, each with the page that the byline links to', () => {
  const byline = (story: ServedPage) =>
    story.shown.byline.map(({ name, href }) => ({ name, url: `${origin(story)}${href}` }))
  same(
    stories,
    (story) => article(story).author,
    (story) => byline(story).map((author) => expect.objectContaining(author)),
  )
  same(
    stories,
    ({ meta }) => meta.author,
    (story) => byline(story).map(({ name }) => name),
  )
  const urls = (story: ServedPage) => byline(story).map(({ url }) => url)
  same(stories, ({ meta }) => meta['article:author'], urls)
  same(stories, ({ authorLinks }) => authorLinks, urls)
})

test('roles and contributors are those on the page', () => {
  type Person = { name: string; jobTitle?: string }
  const authors = (story: ServedPage) => article(story).author as Person[]
  const roles = (story: ServedPage) => authors(story).flatMap(({ jobTitle }) => jobTitle ?? [])
  same(
    stories,
    (story) => roles(story).filter((role) => !story.shown.writtenBy.includes(role)),
    () => [],
  )
  const guests = (story: ServedPage) => (article(story).contributor ?? []) as Person[]
  const written = ({ name, jobTitle }: Person) => (jobTitle ? `${name} (${jobTitle})` : name)
  same(
    stories,
    (story) => guests(story).filter((guest) => !story.shown.rail?.includes(written(guest))),
    () => [],
  )
})

test('section and breadcrumb data match the visible breadcrumb', () => {
  const section = ({ shown }: ServedPage) => shown.breadcrumb[1]?.name
  same(stories, (story) => article(story).articleSection, section)
  same(
    stories,
    ({ meta }) => meta['article:section'],
    (story) => [section(story)],
  )
  same(
    stories,
    ({ shown }) => shown.kicker,
    (story) => expect.stringMatching(`^${section(story)}( · |$)`),
  )
  same(
    stories,
    (story) => onlyNode(story, /^BreadcrumbList$/).itemListElement,
    (story) =>
      story.shown.breadcrumb.map(({ name, href }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: href && new URL(href, story.canonical[0]).href.replace(/\/$/, ''),
      })),
  )
})

test('the keywords are the tags under the story', () => {
  same(
    stories,
    (story) => article(story).keywords,
    ({ shown }) => some(shown.tags),
  )
  same(
    stories,
    ({ meta }) => meta['article:tag'],
    ({ shown }) => some(shown.tags),
  )
})

test('the corrections are those of the box, and the citations are the sources', () => {
  same(
    stories,
    (story) => article(story).correction,
    ({ shown }) =>
      some(
        shown.corrections.map(({ date, text }) => ({
          '@type': 'CorrectionComment',
          datePublished: date,
          text,
        })),
      ),
  )
  same(
    stories,
    (story) => article(story).citation,
    ({ shown }) =>
      some(shown.sources.map(({ name, href }) => ({ '@type': 'CreativeWork', name, url: href }))),
  )
  expect(stories.flatMap(({ shown }) => shown.corrections)).not.toEqual([])
})

test('dateline and language match the text, the word count is about right, and access is free', () => {
  same(
    stories,
    (story) => article(story).dateline,
    ({ shown }) => shown.dateline,
  )
  same(
    stories,
    (story) => article(story).inLanguage,
    ({ shown }) => shown.language,
  )
  same(
    stories,
    (story) => article(story).isAccessibleForFree,
    () => true,
  )
  // Words are counted in the source: the descriptions of pictures count, and a formula may be two words there.
  const share = (story: ServedPage) => Number(article(story).wordCount) / countWords(story.shown.body ?? '')
  same(
    stories,
    (story) => Math.abs(share(story) - 1) < 0.05 || share(story),
    () => true,
  )
})

test('social networks get the publication, the language and the card type', () => {
  const names = ['og:type', 'og:site_name', 'og:locale', 'twitter:card', 'robots']
  same(
    stories,
    ({ meta }) => names.flatMap((name) => meta[name]),
    ({ shown }) => [
      'article',
      shown.publication,
      'en_US',
      'summary_large_image',
      'index, follow, max-image-preview:large',
    ],
  )
})

test('the share picture is a PNG of the stated size, with the alt text of the picture on the page', async () => {
  const image = ({ meta }: ServedPage) =>
    ['type', 'width', 'height', 'alt'].flatMap((name) => meta[`og:image:${name}`])
  same(stories, image, ({ shown }) => ['image/png', '1200', '630', shown.alt || shown.headlines[0]])
  same(
    stories,
    ({ meta }) => ['twitter:image', 'twitter:image:alt'].flatMap((name) => meta[name]),
    ({ meta }) => ['og:image', 'og:image:alt'].flatMap((name) => meta[name]),
  )
  const sizes: Record<string, unknown> = {}
  for (const { address, meta } of stories) sizes[address] = await sizeOfPng(meta['og:image']?.[0])
  expect(sizes).toEqual(Object.fromEntries(stories.map(({ address }) => [address, [1200, 630]])))
})

test('search engines get three crops, at least 1200 wide, with the caption and credit of the page', async () => {
  type Crop = { url: string; width: string; height: string; caption?: string; creditText?: string }
  const crops = (story: ServedPage) => article(story).image as Crop[]
  const sizes = [
    [1200, 1200],
    [1200, 900],
    [1200, 675],
  ]
  same(
    stories,
    (story) => crops(story).map(({ width, height }) => [width, height]),
    () => sizes.map((size) => size.map((length) => `${length} px`)),
  )
  const caption = ({ caption, creditText }: Crop) => [caption, creditText].filter(Boolean).join(' ')
  same(
    stories,
    (story) => crops(story).map(caption),
    ({ shown }) => Array(3).fill(shown.caption ?? ''),
  )
  const withoutPicture = stories.find(({ shown }) => shown.alt === undefined)
  for (const story of [...stories.slice(0, 2), ...(withoutPicture ? [withoutPicture] : [])])
    expect(await Promise.all(crops(story).map(({ url }) => sizeOfPng(url))), story.address).toEqual(sizes)
})

test('a standing page is described as the page that it is', () => {
  const told = (served: ServedPage) => {
    const { '@id': id, url, name, description, dateModified, inLanguage } = onlyNode(served, /^WebPage$/)
    return {
      id,
      url,
      name,
      description,
      dateModified,
      inLanguage,
      canonical: served.canonical,
      meta: served.meta.description,
    }
  }
  same(standingPages, told, (served) => {
    const { headlines, standfirst, updated, language } = served.shown
    const url = origin(served) + served.address
    const known = { id: url, url, canonical: [url], name: headlines[0], dateModified: updated }
    return { ...known, description: standfirst, inLanguage: language, meta: [standfirst] }
  })
})

/** Width and height from a PNG's header, or what was received instead of a PNG. */
async function sizeOfPng(url = '') {
  const response = await page.request.get(new URL(url).pathname)
  const type = response.headers()['content-type']
  if (response.status() !== 200 || type !== 'image/png') return `${response.status()} ${type}`
  const bytes = await response.body()
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}
