import { expect, test } from '@playwright/test'
import { pageKinds } from './pages'

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

test.describe('an article under its own address', () => {
  for (const [who, accept, type] of [
    ['a browser', browser, 'text/html'],
    ['whoever takes anything', '*/*', 'text/html'],
    ['whoever takes Markdown as second best', 'text/html, text/markdown;q=0.5', 'text/html'],
    ['an agent that asks for Markdown', 'text/markdown', 'text/markdown'],
    ['an agent that asks for Markdown first', 'text/markdown, text/html;q=0.9, */*;q=0.1', 'text/markdown'],
  ] as const) {
    test(`is ${type} for ${who}`, async ({ request }) => {
      const response = await request.get(pageKinds.article, { headers: { accept } })
      expect(response.status()).toBe(200)
      expect(response.headers()['content-type']).toBe(`${type}; charset=utf-8`)
      // Shared caches must not serve it to browsers.
      if (type === 'text/markdown') {
        expect(response.headers().vary).toMatch(/^accept\b/i)
        expect(response.headers()['cache-control']).toBe('private, max-age=60')
      }
    })
  }

  test('links to its Markdown edition in its head', async ({ page, request }) => {
    await page.goto(pageKinds.article)
    const title = await page.locator('h1').textContent()
    const href = await page.locator('link[rel=alternate][type="text/markdown"]').getAttribute('href')
    const text = await (await request.get(new URL(href ?? '').pathname)).text()
    expect(text).toContain(`\n# ${title}\n`)
    expect(text).toMatch(/^---\ntitle: /)
  })
})

test('Markdown is cacheable, not indexed, and names its canonical article', async ({ request }) => {
  const headers = (await request.get(`${pageKinds.article}.md`)).headers()
  expect(headers['content-type']).toBe('text/markdown; charset=utf-8')
  expect(headers['cache-control']).toMatch(/^public/)
  expect(headers['x-robots-tag']).toBe('noindex')
  expect(headers.link).toContain(`${pageKinds.article}>; rel="canonical"`)
})

test('the internal route is not a second public address', async ({ request }) => {
  const response = await request.get(`${pageKinds.article}/markdown`, { maxRedirects: 0 })
  expect(response.status()).toBe(308)
  expect(response.headers().location).toBe(`${pageKinds.article}.md`)
})

test('a missing post gets a 404 that is cached only briefly', async ({ request }) => {
  for (const [address, accept] of [
    ['/there-is-no-such-page.md', '*/*'],
    ['/there-is-no-such-page', 'text/markdown'],
  ] as const) {
    const response = await request.get(address, { headers: { accept } })
    expect(response.status()).toBe(404)
    expect(response.headers()['cache-control']).toMatch(/^(public|private), max-age=60\b/)
  }
})

test('pages other than articles answer with HTML, whatever the Accept header', async ({ request }) => {
  for (const address of ['/', '/archive', '/feeds', '/category/chips', '/lite']) {
    const response = await request.get(address, { headers: { accept: 'text/markdown' } })
    expect({ address, type: response.headers()['content-type'] }).toEqual({
      address,
      type: 'text/html; charset=utf-8',
    })
  }
})

test('everything that llms.txt links to exists', async ({ request }) => {
  const text = await (await request.get('/llms.txt')).text()
  const links = Array.from(text.matchAll(/\]\((https?:[^)]+)\)/g), ([, url = '']) => new URL(url).pathname)
  expect(links.filter((path) => path.endsWith('.md')).length).toBeGreaterThan(10)
  for (const path of links) {
    expect({ path, status: (await request.get(path)).status() }).toEqual({ path, status: 200 })
  }
})
