import { expect, test } from '@playwright/test'
import { postSlugs } from './pages'

const places = (xml: string, name = 'loc') =>
  Array.from(
    xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'g')),
    ([, url = '']) => new URL(url).pathname,
  )

test('a crawler finds every story starting from robots.txt, and every listed URL exists', async ({
  request,
}) => {
  const robots = await (await request.get('/robots.txt')).text()
  const index = places(robots.replace(/^Sitemap: (.*)$/gm, '<loc>$1</loc>'))
  expect(index).toEqual(['/sitemap.xml', '/news-sitemap.xml'])
  const parts = places(await (await request.get('/sitemap.xml')).text())
  const found: string[] = []
  for (const part of parts) {
    const response = await request.get(part)
    expect(response.headers()['content-type']).toBe('application/xml; charset=utf-8')
    found.push(...places(await response.text()))
  }
  expect(found).toEqual(expect.arrayContaining(postSlugs.map((slug) => `/${slug}`)))
  expect(new Set(found).size).toBe(found.length)
  for (const path of found) {
    expect({ path, status: (await request.get(path)).status() }).toEqual({ path, status: 200 })
  }
})

test('sitemaps list pictures with working URLs', async ({ request }) => {
  const pictures = places(await (await request.get('/sitemap/1.xml')).text(), 'image:loc')
  expect(pictures.length).toBeGreaterThan(5)
  for (const picture of pictures.slice(0, 5)) {
    expect((await request.get(picture)).headers()['content-type']).toMatch(/^image\//)
  }
})

test('no page that must not be indexed is in a sitemap', async ({ request }) => {
  const all = `${await (await request.get('/sitemap/0.xml')).text()}${await (await request.get('/sitemap/1.xml')).text()}`
  expect(all).not.toMatch(/\/lite|\.md<|\/search|\/api|\/preview|\/saved/)
})

test('news sitemap, missing parts and security.txt', async ({ request }) => {
  expect((await request.get('/news-sitemap.xml')).status()).toBe(200)
  for (const part of ['99', '-1', '01', '1.5', 'x']) {
    expect((await request.get(`/sitemap/${part}.xml`)).status()).toBe(404)
  }
  const security = await (await request.get('/.well-known/security.txt')).text()
  const expires = Date.parse(/^Expires: (.*)$/m.exec(security)?.[1] ?? '')
  expect(expires).toBeGreaterThan(Date.now())
  expect(expires).toBeLessThan(Date.now() + 366 * 86_400_000)
})
