import { expect, type Page, test } from '@playwright/test'
import { litePageKinds, pageKinds } from './pages'

test.use({ serviceWorkers: 'allow' })

const wanted = "require-trusted-types-for 'script'; trusted-types copydesk"

/**
 * Enforces the policy that the site sends as report-only, so that every violation fails, and records the violations that the
 * browser reports.
 */
async function enforced(page: Page) {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.exposeFunction('complain', (text: string) => void complaints.push(text))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample, sourceFile }) =>
      (window as unknown as { complain(text: string): void }).complain(
        `${violatedDirective} ${sample} ${sourceFile}`,
      ),
    )
  })
  await page.route('**', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue()
    const response = await route.fetch()
    const headers = response.headers()
    expect(headers['content-security-policy-report-only'], route.request().url()).toBe(wanted)
    headers['content-security-policy'] = `${headers['content-security-policy']}; ${wanted}`
    await route.fulfill({ response, headers })
  })
  return complaints
}

for (const [kind, address] of Object.entries({ ...pageKinds, ...litePageKinds })) {
  test(`P9: ${kind} turns no string into a script or HTML without a Trusted Types policy`, async ({
    page,
  }) => {
    const complaints = await enforced(page)
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(complaints).toEqual([])
  })
}

test('P9: nor do interactions: a footnote, saved stories, suggestions, a video', async ({ page }) => {
  const complaints = await enforced(page)
  await page.goto(pageKinds['article with footnotes'], { waitUntil: 'networkidle' })
  await page.locator('[data-footnote-ref]').first().click()
  await expect(page.locator('aside.footnote')).toBeVisible()
  await expect(page.locator('aside.footnote')).not.toBeEmpty()
  // Stored by the service worker, so that the list has a page to read.
  expect(
    await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.scriptURL)),
  ).toMatch(/\/sw\.js$/)
  await page.reload({ waitUntil: 'networkidle' })
  await page.goto('/saved', { waitUntil: 'networkidle' })
  await page.goto('/search', { waitUntil: 'networkidle' })
  await page.locator('main input[type=search]').fill('google')
  await page.waitForLoadState('networkidle')
  expect(complaints).toEqual([])
})
