import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader finds a story by other forms of its words, and sees a snippet', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto('/about')
    await page.getByRole('combobox').fill('multiplying table')
    await page.getByRole('combobox').press('Enter')
    await expect(page).toHaveURL(/\/search\?q=multiplying\+table$/)
    await expect(page.getByRole('combobox')).toHaveValue('multiplying table')
    const first = page.locator('.search-hit').first()
    await expect(first.getByRole('link').first()).toHaveText(/faster ways to multiply matrices/)
    await expect(first.locator('mark').first()).toHaveText(/multipl|table/i)
    await first.getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/multiply matrices/)
  })

  test('a search can be filtered by section and year, and the filters removed', async ({ page }) => {
    await page.goto('/search?q=google')
    const hits = page.locator('.search-hit')
    const all = await hits.count()
    await page
      .getByRole('navigation', { name: 'Filter by section' })
      .getByRole('link', { name: 'Chips' })
      .click()
    await expect(page).toHaveURL('/search?q=google&section=chips')
    await expect(hits.first()).toBeVisible()
    expect(await hits.count()).toBeLessThan(all)
    expect(new Set(await page.locator('.search-hit .kicker').allTextContents())).toEqual(new Set(['Chips']))
    await page.getByRole('navigation', { name: 'Filter by year' }).getByRole('link', { name: '2025' }).click()
    await expect(page).toHaveURL('/search?q=google&section=chips&year=2025')
    for (const time of await page.locator('.search-hit time').all()) {
      expect(await time.getAttribute('datetime')).toMatch(/^2025-/)
    }
    await page
      .getByRole('navigation', { name: 'Filter by section' })
      .getByRole('link', { name: 'All' })
      .click()
    await expect(page).toHaveURL('/search?q=google&year=2025')
  })

  test('prefixes, accents and quoted phrases work', async ({ page }) => {
    const headlines = page.locator('.search-hit h2')
    await page.goto('/search?q=alphageom')
    await expect(headlines.first()).toHaveText(/AlphaGeometry/)
    await page.goto(`/search?q=${encodeURIComponent('blétchley')}`)
    await expect(headlines.first()).toHaveText(/Bletchley/i)
    await page.goto(`/search?q=${encodeURIComponent('"protein structure prediction"')}`)
    await expect(headlines).not.toHaveCount(0)
    await page.goto(`/search?q=${encodeURIComponent('"prediction structure protein"')}`)
    await expect(headlines).toHaveCount(0)
  })

  test('without results, the page gives hints and links', async ({ page }) => {
    await page.goto('/search?q=zzzyx')
    await expect(page.getByRole('main').getByRole('status')).toHaveText('No results for “zzzyx”.')
    await page.getByRole('main').getByRole('link', { name: 'Policy' }).click()
    await expect(page).toHaveURL('/category/policy')
  })
})

test('on a phone the masthead links to the search page', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/about')
  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await expect(page).toHaveURL('/search')
  await page.getByRole('combobox').fill('chinchilla')
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.locator('.search-hit').first()).toContainText('Chinchilla')
})

test('/ focuses the search field, which suggests headlines; the shortcut can be turned off', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/about')
  const field = page.getByRole('combobox')
  await expect(page.locator('html')).not.toHaveAttribute('data-slash')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  await field.pressSequentially('nobel')
  await expect(page.locator('#suggestions option').first()).toHaveAttribute('value', /Two Nobel Prizes/)
  await page.goto('/search')
  await page.getByRole('checkbox', { name: /Press \/ to search/ }).uncheck()
  await page.goto('/about')
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('/')
  await expect(field).not.toBeFocused()
})

const hostile = [
  '"',
  '"""',
  'AND OR NOT',
  'NEAR(a b, 5)',
  'title:x',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  '%00',
  '\u0000',
  '\ud83d\ude00',
  '\u202Eright to left',
  'مرحبا',
  '人工智能',
  '*',
  '^a',
  '-a',
  '(((',
  'a'.repeat(5000),
]
for (const q of hostile) {
  test(`${JSON.stringify(q).slice(0, 40)} is a query, not an error`, async ({ request }) => {
    const answer = await request.get(`/search?q=${encodeURIComponent(q)}`)
    expect(answer.status()).toBe(200)
    const html = await answer.text()
    expect(html).not.toContain('<script>alert(1)')
    expect((await request.get(`/search/suggest?q=${encodeURIComponent(q)}`)).status()).toBe(200)
  })
}

test('invalid parameters are ignored', async ({ request }) => {
  for (const query of [
    'page=0',
    'page=-1',
    'page=99999',
    'page=1e9',
    'year=x',
    'section=../x',
    'q=a&q=b',
    'page=999',
  ]) {
    expect((await request.get(`/search?q=chips&${query}`)).status(), query).toBe(200)
  }
})

test('search engines do not index results, and browsers discover the search', async ({ page, request }) => {
  await page.goto('/search?q=chips')
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
  const link = page.locator('link[rel=search]')
  await expect(link).toHaveAttribute('type', 'application/opensearchdescription+xml')
  const description = await (await request.get((await link.getAttribute('href')) ?? '')).text()
  expect(description).toContain('{searchTerms}')
  const [asked, titles] = await (await request.get('/search/suggest?q=nobel')).json()
  expect(asked).toBe('nobel')
  expect(titles).toEqual(expect.arrayContaining([expect.stringContaining('Nobel')]))
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`results are accessible in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/search?q=google')
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
}
