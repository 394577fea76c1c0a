import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { parse } from 'yaml'

type Container = { title?: string; layout: string; picks?: string[] }
const { containers }: { containers: Container[] } = parse(readFileSync('front.yml', 'utf8'))

test('the front page follows front.yml and shows no story twice', async ({ page }) => {
  await page.goto('/')
  const picked = containers[0]?.picks?.[0] ?? ''
  await expect(page.locator('.teaser-lead h2 a')).toHaveAttribute('href', `/${picked}`)
  const titles = await page.locator('.band h2').allTextContents()
  const arranged = containers.flatMap(({ title }) => title ?? [])
  expect(titles).toEqual(arranged.filter((title) => titles.includes(title)))
  for (const { title, picks } of containers.filter((each) => each.title && each.picks)) {
    const band = page.locator('.band').filter({ has: page.getByRole('heading', { level: 2, name: title }) })
    await expect(band.locator('h3 a').first()).toHaveAttribute('href', `/${picks?.[0]}`)
  }
  const links = await page
    .locator('main .teaser .teaser-title a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(new Set(links).size).toBe(links.length)
})

test('on a wide page two sections are next to the latest stories, and the others have the full width', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/')
  const widths = await page
    .locator('.front-grid > .band')
    .evaluateAll((all) => all.map((band) => band.clientWidth))
  const whole = await page.locator('.front-grid').evaluate((grid) => grid.clientWidth)
  expect(widths.length).toBeGreaterThan(3)
  expect(widths.map((width) => width === whole)).toEqual(widths.map((_, place) => place >= 2))
  const [band, latest] = await Promise.all([
    page.locator('.front-grid > .band').first().boundingBox(),
    page.locator('.latest').boundingBox(),
  ])
  expect(latest?.y).toBe(band?.y)
})

test('without scheduled posts, the front page is not regenerated until something is published', () => {
  const { routes } = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8'))
  expect(routes['/'].initialRevalidateSeconds).toBeGreaterThan(86_400)
})

test('a reader follows a correction to its place in the story, and finds the feed of corrections', async ({
  page,
  request,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Corrections', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Corrections')
  const note = page.locator('.correction').first()
  const text = await note.locator('.correction-text').innerText()
  await note.getByRole('link').click()
  await expect(page.locator(':target')).toContainText(text)
  await page.goto('/corrections')
  for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
    const feed = await request.get(`/corrections/${file}`)
    expect(feed.status()).toBe(200)
    expect(await feed.text()).toContain('#correction-')
  }
  await expect(page.locator('link[type="application/rss+xml"]').first()).toHaveAttribute(
    'href',
    /\/corrections\/feed\.xml$/,
  )
  expect((await request.get('/corrections/1')).status()).toBe(404)
  expect((await request.get('/corrections/99')).status()).toBe(404)
})
