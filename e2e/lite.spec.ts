import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { pageKinds, postSlugs } from './pages'

const maxBytes = 14 * 1024

test('every story in the lite edition, as the server sends it: at most 14 KB with its headers', async ({
  request,
}) => {
  for (const address of ['/lite', ...postSlugs.map((slug) => `/${slug}/lite`)]) {
    const response = await request.get(address)
    expect({ address, status: response.status() }).toEqual({ address, status: 200 })
    const headers = response.headersArray().map(({ name, value }) => `${name}: ${value}\r\n`)
    const size = gzipSync(await response.body()).length + headers.join('').length
    expect({ address, size, fits: size <= maxBytes }).toEqual({ address, size, fits: true })
  }
})

for (const address of ['/lite', `${pageKinds.article}/lite`]) {
  test(`${address} is one request, without scripts and without CSP violations`, async ({ page }) => {
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    const response = await page.goto(address, { waitUntil: 'networkidle' })
    expect(requests).toHaveLength(1)
    expect(complaints).toEqual([])
    expect(response?.headers()['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(response?.headers()['x-robots-tag']).toBe('noindex, follow')
    await expect(page.locator('script, img, iframe, [style]')).toHaveCount(0)
    // The style is applied: the CSP allows it.
    expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).not.toBe('none')
  })
}

test('a reader switches between an article and its lite edition, and between the two front pages', async ({
  page,
}) => {
  await page.goto(pageKinds.article)
  const title = (await page.locator('h1').textContent()) ?? ''
  await page.getByRole('main').getByRole('link', { name: 'Lite edition' }).click()
  await expect(page).toHaveURL(/\/lite$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    new RegExp(`${pageKinds.article}$`),
  )
  await page.getByRole('banner').getByRole('link', { name: 'Full edition' }).click()
  await expect(page).toHaveURL(new RegExp(`${pageKinds.article}$`))
  await page.goto('/')
  await page.getByRole('contentinfo').getByRole('link', { name: 'Lite edition' }).click()
  await expect(page).toHaveURL(/\/lite$/)
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/[a-z0-9-]+\/lite$/)
  await page.getByRole('link', { name: 'All stories' }).click()
  await page.getByRole('banner').getByRole('link', { name: 'Full edition' }).click()
  await expect(page.locator('.teaser-lead')).toBeVisible()
})

test('a picture is a link that states its size', async ({ page, request }) => {
  await page.goto(`${pageKinds.article}/lite`)
  const picture = page.getByRole('link', { name: /^Picture: .+ \((SVG|JPEG|PNG), \d+ kB\)$/ }).first()
  const response = await request.get((await picture.getAttribute('href')) ?? '')
  expect(response.headers()['content-type']).toMatch(/^image\//)
})

test('a story that does not exist has no lite edition, and that answer is cached only briefly', async ({
  request,
}) => {
  const response = await request.get('/there-is-no-such-page/lite')
  expect(response.status()).toBe(404)
  expect(response.headers()['cache-control']).toMatch(/max-age=60, s-maxage=2, stale-while-revalidate=8$/)
})
