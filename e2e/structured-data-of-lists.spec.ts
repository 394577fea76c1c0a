import { expect, type Page, test } from '@playwright/test'
import { pageKinds } from './pages'
import { addressesInSitemap, type ServedPage, servedPage, theOne } from './served-page'

let page: Page
const lists: ServedPage[] = []
const authors: ServedPage[] = []

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage()
  const years = [pageKinds.archive, pageKinds['archive of a year'], pageKinds['archive of a month']]
  const addresses = (await addressesInSitemap(page)).filter((path) => /^\/(category|tag|author)\//.test(path))
  for (const address of [...addresses, ...years]) {
    const served = await servedPage(page, address)
    if (address.startsWith('/author/')) authors.push(served)
    else lists.push(served)
  }
})

test.afterAll(() => page.close())

/** Quotation marks are set on the page and typed in the file; they are the same words. */
const typed = (text: unknown) =>
  String(text ?? '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
const absolute = (served: ServedPage, href = '') => new URL(href, served.canonical[0]).href.replace(/\/$/, '')

test('a list is told by the name it shows, at its own address, with the stories it shows', () => {
  expect(lists.length).toBeGreaterThan(6)
  for (const served of lists) {
    const { shown, canonical, meta } = served
    const list = theOne(served, /^CollectionPage$/)
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

test('a list has a way in its data exactly if it shows one', () => {
  for (const served of lists) {
    const told = served.graphs.flat().filter((node) => node['@type'] === 'BreadcrumbList')
    const way = served.shown.way.map(({ name, href }, index) => ({
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
  expect(lists.some(({ shown }) => shown.way.length > 0)).toBe(true)
})

test('an author’s page tells the name, the role, the biography, the picture and the stories that it shows', () => {
  expect(authors).not.toEqual([])
  for (const served of authors) {
    const { shown } = served
    const profile = theOne(served, /^ProfilePage$/)
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
        '@id': theOne(served, /^NewsMediaOrganization$/)['@id'],
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

test('the front page tells the name of the site, and the search of its own field', async () => {
  const front = await servedPage(page, '/')
  const url = absolute(front, '/')
  const { potentialAction, ...site } = theOne(front, /^WebSite$/)
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

test('the publisher is the same on every page, with a logo and policies that are there', async () => {
  const front = await servedPage(page, '/')
  const publisher = theOne(front, /^NewsMediaOrganization$/)
  // A page that was built and one that is made now may disagree on the origin, if only one of them was told it.
  const written = (served: ServedPage) =>
    JSON.stringify(theOne(served, /^NewsMediaOrganization$/)).replaceAll(absolute(served, '/'), '')
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
