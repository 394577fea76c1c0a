import { expect, type Page, test } from '@playwright/test'
import { pageKinds } from './pages'
import { fetchPage, onlyNode, type ServedPage, sitemapPaths } from './served-page'

let page: Page
const lists: ServedPage[] = []
const authors: ServedPage[] = []

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage()
  const years = [pageKinds.archive, pageKinds['archive of a year'], pageKinds['archive of a month']]
  const addresses = (await sitemapPaths(page)).filter((path) => /^\/(category|tag|author)\//.test(path))
  for (const address of [...addresses, ...years]) {
    const served = await fetchPage(page, address)
    if (address.startsWith('/author/')) authors.push(served)
    else lists.push(served)
  }
})

test.afterAll(() => page.close())

/** The page has typographic quotation marks, the file may have straight ones; the comparison ignores that. */
const typed = (text: unknown) =>
  String(text ?? '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
const absolute = (served: ServedPage, href = '') => new URL(href, served.canonical[0]).href.replace(/\/$/, '')

test('the structured data of a list has the name, URL and stories that the page shows', () => {
  expect(lists.length).toBeGreaterThan(6)
  for (const served of lists) {
    const { shown, canonical, meta } = served
    const list = onlyNode(served, /^CollectionPage$/)
    const url = absolute(served, served.address)
    expect([list.name, list['@id'], list.url], served.address).toEqual([shown.headlines[0], url, url])
    expect([...canonical, ...(meta['og:url'] ?? [])]).toEqual([url, url])
    expect(list.description, 'only what stands under the headline').toEqual(shown.intro)
    const items = shown.stories.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      url: absolute(served, href),
    }))
    const told = items.length > 0 ? { '@type': 'ItemList', itemListElement: items } : undefined
    expect(list.mainEntity, served.address).toEqual(told)
  }
})

test('a list has breadcrumb data exactly if it shows a breadcrumb', () => {
  for (const served of lists) {
    const told = served.graphs.flat().filter((node) => node['@type'] === 'BreadcrumbList')
    const way = served.shown.breadcrumb.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      ...(href ? { item: absolute(served, href) } : {}),
    }))
    expect(
      told.map((node) => node.itemListElement),
      served.address,
    ).toEqual(way.length > 0 ? [way] : [])
  }
  expect(lists.some(({ shown }) => shown.breadcrumb.length > 0)).toBe(true)
})

test('an author’s structured data has the name, role, biography, picture and stories that the page shows', () => {
  expect(authors).not.toEqual([])
  for (const served of authors) {
    const { shown } = served
    const profile = onlyNode(served, /^ProfilePage$/)
    const url = absolute(served, served.address)
    expect([profile.name, profile['@id'], ...served.canonical]).toEqual([shown.headlines[0], url, url])
    const { description, ...who } = profile.mainEntity as Record<string, unknown>
    expect(typed(description), served.address).toBe(typed(shown.intro))
    const isPerson = who['@type'] === 'Person'
    expect(who).toEqual({
      '@type': isPerson ? 'Person' : 'Organization',
      '@id': `${url}#author`,
      name: shown.headlines[0],
      url,
      ...(shown.portrait ? { image: absolute(served, shown.portrait) } : {}),
      ...(shown.profiles.length > 0 ? { sameAs: shown.profiles } : {}),
      ...(isPerson && shown.label ? { jobTitle: shown.label } : {}),
      [isPerson ? 'worksFor' : 'parentOrganization']: {
        '@id': onlyNode(served, /^NewsMediaOrganization$/)['@id'],
      },
    })
    const parts = shown.stories.map(({ name, href }) => ({
      '@type': 'NewsArticle',
      '@id': `${absolute(served, href)}#article`,
      headline: name,
      url: absolute(served, href),
    }))
    expect(profile.hasPart, served.address).toEqual(parts)
  }
})

test('the front page’s structured data has the site’s name and its search', async () => {
  const front = await fetchPage(page, '/')
  const url = absolute(front, '/')
  const { potentialAction, ...site } = onlyNode(front, /^WebSite$/)
  expect(site).toMatchObject({
    name: front.meta['og:site_name']?.[0],
    url,
    description: front.meta.description?.[0],
  })
  expect([...front.canonical, ...(front.meta['og:url'] ?? [])]).toEqual([url, url])
  const [field] = front.shown.searches
  expect(potentialAction).toEqual({
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${absolute(front, field)}{search_term_string}` },
    'query-input': 'required name=search_term_string',
  })
  expect((await page.request.get(`${field}model`)).status()).toBe(200)
})

test('the publisher is the same on every page, and its logo and policies exist', async () => {
  const front = await fetchPage(page, '/')
  const publisher = onlyNode(front, /^NewsMediaOrganization$/)
  // A prerendered page and one rendered now differ in origin if SITE_URL was set for only one of them.
  const written = (served: ServedPage) =>
    JSON.stringify(onlyNode(served, /^NewsMediaOrganization$/)).replaceAll(absolute(served, '/'), '')
  expect(new Set([...lists, ...authors].map(written))).toEqual(new Set([written(front)]))
  const { url, width, height } = publisher.logo as Record<string, string>
  const logo = await page.request.get(new URL(url ?? '').pathname)
  const bytes = await logo.body()
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)].map((length) => `${length} px`)).toEqual([
    width,
    height,
  ])
  for (const policy of ['publishingPrinciples', 'ethicsPolicy', 'correctionsPolicy', 'masthead'])
    expect((await page.request.get(new URL(String(publisher[policy])).pathname)).status(), policy).toBe(200)
})
