import { expect, test } from '@playwright/test'
import { pageKinds } from './pages'

test.use({ javaScriptEnabled: false })

for (const [kind, address] of Object.entries(pageKinds)) {
  test(`${kind}: everything is there without script`, async ({ page }) => {
    await page.goto(address)
    await expect(page.locator('main h1')).toHaveCount(1)
    await expect(page.locator('main')).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Sections' }).first()).toBeVisible()
    await expect(page.locator('.script-only').first()).toBeHidden()
    // Text that waits for a script to put it in place stands in hidden containers.
    expect(await page.locator('div[hidden]').filter({ hasText: /\S/ }).count()).toBe(0)
  })
}

test('reading on from page to page needs no script', async ({ page }) => {
  await page.goto('/')
  await page.locator('.teaser-lead h2 a').click()
  await page.locator('nav.previous-next a').first().click()
  await expect(page.locator('.article-standfirst')).toBeVisible()
})
