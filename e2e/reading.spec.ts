import { expect, test } from '@playwright/test'
import { pageKinds } from './pages'

test('a reader goes from the front page to a story, to its author, and back to a section', async ({
  page,
}) => {
  await page.goto('/')
  const lead = page.locator('.teaser-lead h2 a')
  const title = await lead.textContent()
  await lead.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? 'a title')
  await page.locator('.article-rail a[rel=author]').first().click()
  await expect(page).toHaveURL(/\/author\//)
  await page
    .getByRole('navigation', { name: 'Sections' })
    .first()
    .getByRole('link', { name: 'Chips' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chips')
})

test('a story shows headline, standfirst, byline, date, body, sources and tags', async ({ page }) => {
  await page.goto(pageKinds.article)
  await expect(page.locator('main h1')).toHaveCount(1)
  await expect(page.locator('.article-standfirst')).not.toBeEmpty()
  await expect(page.locator('.article-rail a[rel=author]').first()).toBeVisible()
  await expect(page.locator('.article-rail time').first()).toHaveAttribute('datetime', /^2023-03-14T/)
  expect((await page.locator('.prose').innerText()).split(/\s+/).length).toBeGreaterThan(200)
  await expect(page.getByRole('heading', { name: 'Sources' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Tags' })).toBeVisible()
  await expect(
    page.getByText('more than two years old', { exact: false }).or(page.locator('.age-notice')),
  ).toBeVisible()
})

test('a list with more stories than fit on a page continues on numbered pages', async ({ page, request }) => {
  await page.goto('/archive')
  await page
    .getByRole('link', { name: /2024: / })
    .first()
    .click()
  await expect(page.locator('.teaser').first()).toBeVisible()
  expect((await request.get('/category/news/99')).status()).toBe(404)
  expect((await request.get('/category/news/1')).status()).toBe(404)
  expect((await request.get('/category/no-such-section')).status()).toBe(404)
})

test('an unknown address gets a real 404 with a page of the site', async ({ page, request }) => {
  const response = await request.get('/there-is-no-such-page')
  expect(response.status()).toBe(404)
  expect(response.headers()['cache-control']).toMatch(/s-maxage=2,|no-store|no-cache/)
  await page.goto('/there-is-no-such-page')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
  await page.locator('main').getByRole('searchbox').fill('Nvidia')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=Nvidia$/)
})

test('a trailing slash is removed by one redirect', async ({ request }) => {
  for (const path of [pageKinds.article, '/category/news', '/archive/2023/03']) {
    const response = await request.get(`${path}/`, { maxRedirects: 0 })
    expect(response.status()).toBe(308)
    expect(response.headers().location).toBe(path)
  }
})

test('the share picture is a PNG of 1200 × 630, with or without a lead picture', async ({
  page,
  request,
}) => {
  for (const address of [pageKinds.article, pageKinds['article without a picture']]) {
    await page.goto(address)
    const image = await page.locator('meta[property="og:image"]').getAttribute('content')
    const picture = await request.get(new URL(image ?? '').pathname)
    expect(picture.headers()['content-type']).toBe('image/png')
    const bytes = await picture.body()
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
  }
})
