import { expect, type Page, test } from '@playwright/test'

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const textSize = (page: Page) =>
  page.evaluate(() =>
    Number.parseFloat(getComputedStyle(document.querySelector('main p') ?? document.body).fontSize),
  )
const [light, dark] = ['rgb(255, 253, 248)', 'rgb(20, 20, 18)']

async function choose(page: Page, choice: string) {
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('radio', { name: choice, exact: true }).check()
  await page.keyboard.press('Escape')
}

test('the colours follow the system until the reader chooses', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  expect(await paper(page)).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await paper(page)).toBe(dark)
  await choose(page, 'Light')
  expect(await paper(page)).toBe(light)
  await choose(page, 'System')
  expect(await paper(page)).toBe(dark)
})

test('settings apply on the next page before any of our scripts has loaded', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  await choose(page, 'Dark')
  await choose(page, 'Larger')
  await page.route('**/_next/static/**/*.js', (route) => route.abort())
  await page.goto('/about')
  expect(await paper(page)).toBe(dark)
  await expect(page.locator('html')).toHaveCSS('font-size', '20px')
})

test('the browser’s interface takes the chosen colour', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const inUse = () =>
    page.evaluate(() => {
      const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')]
      return metas.filter(({ media }) => matchMedia(media).matches).map(({ content }) => content)
    })
  expect(await inUse()).toEqual(['#fffdf8'])
  await choose(page, 'Dark')
  expect(await inUse()).toEqual(['#141412'])
})

test('the text size has two larger steps, is remembered, and nothing overflows, even at 200 % zoom', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/chinchilla-smaller-models-more-data')
  const normal = await textSize(page)
  await choose(page, 'Large')
  const large = await textSize(page)
  await choose(page, 'Larger')
  const larger = await textSize(page)
  expect(large).toBeGreaterThan(normal * 1.1)
  expect(larger).toBeGreaterThan(normal * 1.2)
  // At 200 % and at 400 % zoom the window has half and a quarter of the width.
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 450 })
    for (const address of ['/', '/chinchilla-smaller-models-more-data', '/category/news', '/saved']) {
      await page.goto(address)
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    }
  }
})

test('the panel works with the keyboard and returns the focus', async ({ page }) => {
  await page.goto('/about')
  const button = page.getByRole('button', { name: 'Display' })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('radio', { name: 'System' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('radio', { name: 'System' })).toBeHidden()
  await expect(button).toBeFocused()
})

test('settings work even if the browser stores nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('closed', 'SecurityError')
      },
    })
  })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto('/chinchilla-smaller-models-more-data')
  await choose(page, 'Dark')
  expect(await paper(page)).toBe(dark)
  await page.getByRole('button', { name: 'Save for later' }).click()
  await expect(page.getByRole('status')).toHaveText(
    'Not saved: your browser’s storage is full or turned off.',
  )
  expect(errors).toEqual([])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, colorScheme: 'dark' })

  test('the system’s settings apply, and buttons that need JavaScript are hidden', async ({ page }) => {
    await page.goto('/about')
    await expect(page.locator('html')).toHaveCSS('background-color', dark)
    await expect(page.getByRole('button', { name: 'Display' })).toBeHidden()
  })
})
