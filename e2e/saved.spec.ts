import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { pageKinds, postSlugs } from './pages'

test.use({ serviceWorkers: 'allow' })

const story = pageKinds['article with code, notes and contents']
const another = pageKinds.article
const headline = (page: Page) => page.getByRole('heading', { level: 1 })

/** The paths of the pages in one of the service worker's caches. */
const cachedPaths = (page: Page, name: 'saved' | 'read') =>
  page.evaluate(async (cache) => {
    const keys = await (await caches.open(cache)).keys()
    return keys.map(({ url }) => new URL(url).pathname)
  }, `copydesk-${name}`)

test('a story can be saved, listed, read offline and removed', async ({ page, context }) => {
  await page.goto(story)
  const title = await headline(page).innerText()
  await page.getByRole('button', { name: 'Save for later' }).click()
  await expect(page.getByRole('status')).toHaveText(/^Saved\./)
  await expect.poll(() => cachedPaths(page, 'saved')).toEqual([story])

  await page.goto('/saved')
  await context.setOffline(true)
  await page.getByRole('link', { name: title }).click()
  await expect(headline(page)).toHaveText(title)
  await expect(page.locator('.prose')).toContainText('more than 400 models')
  await expect(page.getByRole('status')).toHaveText(/^You are offline\./)
  const drawn = await page.evaluate(async () => {
    await document.fonts.ready
    const picture = document.querySelector<HTMLImageElement>('.lead-picture img')
    return {
      paper: getComputedStyle(document.documentElement).backgroundColor,
      // Not `fonts.check`, which also asks for the fallbacks with fitted metrics.
      font: [...document.fonts].some(({ family, status }) => family === 'text' && status === 'loaded'),
      picture: Boolean(picture?.complete && picture.naturalWidth),
    }
  })
  expect(drawn).toEqual({ paper: 'rgb(255, 253, 248)', font: true, picture: true })

  await page.goto('/saved')
  await page.getByRole('button', { name: `Remove from saved: ${title}` }).click()
  await expect(page.getByText('You have not saved any stories yet.')).toBeVisible()
  await context.setOffline(false)
  await expect.poll(() => cachedPaths(page, 'saved')).toEqual([])
  await page.goto(story)
  await expect(page.getByRole('button', { name: 'Save for later' })).toBeVisible()
})

test('recently read stories can be read offline; other pages show the offline page with the available stories', async ({
  page,
  context,
}) => {
  await page.goto(story)
  await expect.poll(() => cachedPaths(page, 'read')).toContain(story)
  await page.goto(another)
  await expect.poll(() => cachedPaths(page, 'read')).toEqual([story, another])
  const title = await headline(page).innerText()
  await context.setOffline(true)
  await page.goto('/archive')
  await expect(headline(page)).toHaveText('You are offline')
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  await expect(page.getByText('No stories are stored on your device')).toHaveCount(0)
  await page.getByRole('link', { name: title }).click()
  await expect(headline(page)).toHaveText(title)
})

test('online, a reader gets the page from the server, never the stored copy', async ({ page }) => {
  await page.goto(story)
  await expect.poll(() => cachedPaths(page, 'read')).toContain(story)
  await page.evaluate(async (path) => {
    const old = new Response('<h1>An old copy</h1>', { headers: { 'content-type': 'text/html' } })
    await (await caches.open('copydesk-read')).put(path, old)
  }, story)
  await page.reload()
  await expect(headline(page)).not.toHaveText('An old copy')
  await expect
    .poll(() => page.evaluate(async (path) => (await caches.match(path))?.text(), story))
    .not.toContain('An old copy')
})

test('only the last twenty stories are stored, without campaign parameters, lists or searches', async ({
  page,
}) => {
  test.slow()
  await page.goto('/search?q=google')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.goto('/category/news')
  const opened = postSlugs.slice(0, 22).map((slug) => `/${slug}`)
  for (const path of opened) {
    await page.goto(`${path}?utm_source=somewhere`)
    await expect.poll(() => cachedPaths(page, 'read')).toContain(path)
  }
  expect(await cachedPaths(page, 'read')).toEqual(opened.slice(2))
})

test('nothing from another site and no preview is stored', async ({ page }) => {
  await page.goto(story)
  await expect.poll(() => cachedPaths(page, 'read')).toContain(story)
  const addresses = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return all.flat().map(({ url }) => url)
  })
  const { origin } = new URL(page.url())
  expect(addresses.length).toBeGreaterThan(10)
  expect(addresses.filter((url) => !url.startsWith(`${origin}/`) || url.includes('preview'))).toEqual([])
})

test('each build has its own service worker, and browsers check for it every time', async ({ request }) => {
  const worker = await request.get('/sw.js')
  expect(await worker.text()).toContain(readFileSync('.next/BUILD_ID', 'utf8'))
  expect(worker.headers()['cache-control']).toBe('public, max-age=0, must-revalidate')
  expect(worker.headers()['content-type']).toBe('text/javascript; charset=utf-8')
})

test('the site can be installed: manifest with icons of the stated sizes', async ({ page, request }) => {
  await page.goto('/')
  const address = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await request.get(address ?? '')).json()
  expect(manifest).toMatchObject({ name: 'The Inference', start_url: '/', display: 'standalone' })
  for (const { src, sizes } of manifest.icons) {
    const bytes = await (await request.get(src)).body()
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
  }
  expect(manifest.icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain('maskable')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page of saved stories explains why it is empty', async ({ page }) => {
    await page.goto('/saved')
    await expect(page.getByText('Saving stories requires JavaScript')).toBeVisible()
  })
})
