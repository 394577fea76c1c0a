import { expect, test } from '@playwright/test'
import { SaxesParser } from 'saxes'
import { pageKinds } from './pages'

const lists = ['', '/category/chips', '/author/andre', '/tag/openai']

function parseXmlStrictly(xml: string) {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}

test('every list has three well-formed feeds with the full text and the URL of each story', async ({
  request,
}) => {
  for (const list of lists) {
    for (const file of ['feed.xml', 'atom.xml']) {
      const response = await request.get(`${list}/${file}`)
      expect(response.headers()['content-type']).toBe('application/xml; charset=utf-8')
      parseXmlStrictly(await response.text())
    }
    const feed = await (await request.get(`${list}/feed.json`)).json()
    expect(feed.items.length).toBeGreaterThan(0)
    for (const { id, content_html } of feed.items) {
      expect(content_html.length).toBeGreaterThan(500)
      expect((await request.head(new URL(id).pathname)).status()).toBe(200)
    }
  }
})

test('every feed that a page links to exists', async ({ page, request }) => {
  for (const address of [
    pageKinds.front,
    pageKinds.section,
    pageKinds.author,
    pageKinds.tag,
    pageKinds.article,
  ]) {
    await page.goto(address)
    const links = await page.locator('link[rel=alternate][type$=xml], link[rel=alternate][type$=json]').all()
    expect(links.length).toBeGreaterThanOrEqual(3)
    for (const link of links) {
      const href = new URL((await link.getAttribute('href')) ?? '').pathname
      expect({ href, status: (await request.get(href)).status() }).toEqual({ href, status: 200 })
    }
  }
})

test('a conditional request for an unchanged feed gets 304', async ({ request }) => {
  for (const address of [
    '/feed.xml',
    '/tag/openai/atom.xml',
    '/feed.json',
    '/sitemap.xml',
    `${pageKinds.article}/lite`,
  ]) {
    const { etag = '', 'last-modified': modified = '' } = (await request.get(address)).headers()
    for (const [name, value] of [
      ['if-none-match', etag],
      ['if-modified-since', modified],
    ] as const) {
      const again = await request.get(address, { headers: { [name]: value } })
      expect(again.status()).toBe(304)
      expect(await again.body()).toHaveLength(0)
    }
    expect((await request.get(address, { headers: { 'if-none-match': 'W/"other"' } })).status()).toBe(200)
  }
})

test('a list that does not exist has no feed, and that answer is cached only briefly', async ({
  request,
}) => {
  for (const list of ['/category/no-such', '/tag/no-such', '/author/nobody']) {
    const response = await request.get(`${list}/feed.xml`)
    expect(response.status()).toBe(404)
    expect(response.headers()['cache-control']).toMatch(/max-age=60, s-maxage=2, stale-while-revalidate=8$/)
  }
})

for (const address of ['/feed.xml', '/category/chips/atom.xml']) {
  test(`${address} in a browser explains what a feed is, and its headlines link to the stories`, async ({
    page,
  }) => {
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    const response = await page.goto(address)
    expect(response?.headers()['content-security-policy']).toMatch(/default-src 'none'.*style-src 'self'/)
    await expect(page.getByText('This is a feed')).toBeVisible()
    await expect(page.locator('item > title, entry > title').first()).toBeHidden()
    const headline = page.locator('item > a, entry > a').first()
    const title = (await headline.textContent()) ?? ''
    await expect(headline).toBeVisible()
    expect(complaints).toEqual([])
    const story = (await headline.getAttribute('href')) ?? ''
    await page.goto(new URL(story).pathname)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  })
}

test('a reader gets from the footer to the feeds page and to the feed of a section', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Feeds' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Feeds')
  await expect(page.getByRole('heading', { name: 'How to follow' })).toBeVisible()
  await page.getByRole('link', { name: 'RSS: Chips' }).click()
  await expect(page).toHaveURL(/\/category\/chips\/feed\.xml$/)
})

test('every link on the feeds page works', async ({ page, request }) => {
  await page.goto('/feeds')
  const links = await page
    .locator('main a')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname))
  expect(links.length).toBeGreaterThan(50)
  for (const link of new Set(links)) {
    expect({ link, status: (await request.get(link)).status() }).toEqual({ link, status: 200 })
  }
})
