import { expect, test } from '@playwright/test'
import { pageKinds } from './pages'

test.use({ javaScriptEnabled: false })

for (const [kind, address] of Object.entries(pageKinds)) {
  test(`${kind}: the content is complete without JavaScript`, async ({ page }) => {
    await page.goto(address)
    await expect(page.locator('main h1')).toHaveCount(1)
    await expect(page.locator('main')).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Sections' }).first()).toBeVisible()
    await expect(page.locator('.script-only').first()).toBeHidden()
    // Streamed text that a script would move into place is in hidden containers.
    expect(await page.locator('div[hidden]').filter({ hasText: /\S/ }).count()).toBe(0)
  })
}

test('navigation works without JavaScript', async ({ page }) => {
  await page.goto('/')
  await page.locator('.teaser-lead h2 a').click()
  await page.locator('nav.previous-next a').first().click()
  await expect(page.locator('.article-standfirst')).toBeVisible()
})
