import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { litePageKinds, pageKinds } from './pages'

const widths = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 900 } }

for (const [kind, address] of Object.entries({ ...pageKinds, ...litePageKinds })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${kind}, ${colorScheme}: axe finds no violations on a phone or a laptop`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      for (const viewport of Object.values(widths)) {
        await page.setViewportSize(viewport)
        await page.goto(address)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`),
        ).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(overflow, 'nothing is wider than the window').toBeLessThanOrEqual(0)
      }
      await context.close()
    })
  }
}

/** The text spacing of WCAG 1.4.12. */
const spaced = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }`

for (const [kind, address] of Object.entries({ ...pageKinds, ...litePageKinds })) {
  test(`${kind}: nothing overflows the window at 400 % zoom, at twice the text size, or with wider text spacing`, async ({
    browser,
  }) => {
    // The CSP of the pages would block the style sheet of this test.
    const page = await (await browser.newContext({ bypassCSP: true })).newPage()
    const expectToFit = async (how: string) => {
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, how).toBeLessThanOrEqual(0)
    }
    // A window of 1280 × 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 })
    await page.goto(address)
    await expectToFit('400 %')
    await page.evaluate(() => {
      document.documentElement.dataset.size = 'larger'
    })
    await expectToFit('400 % with the size “Larger”')
    await page.setViewportSize(widths.phone)
    await page.goto(address)
    await page.addStyleTag({ content: spaced })
    await expectToFit('text set wider')
    const browserSettings = await page.context().newCDPSession(page)
    await browserSettings.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } })
    for (const viewport of [{ width: 640, height: 450 }, widths.laptop]) {
      await page.setViewportSize(viewport)
      await page.goto(address)
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px')
      await expectToFit('text twice as large')
    }
    await page.context().close()
  })
}

test('search highlights and buttons stay visible in forced-colors mode', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ forcedColors: 'active', colorScheme })
    const page = await context.newPage()
    await page.goto(pageKinds.search)
    for (const where of ['h2', 'p']) {
      const found = await page
        .locator(`.search-hit ${where} mark`)
        .first()
        .evaluate((mark) => {
          const text = mark.parentElement ?? mark
          return [getComputedStyle(mark).color, getComputedStyle(text).color]
        })
      expect(found[0]).toBe(found[1])
    }
    const button = page.getByRole('button', { name: 'Search' })
    expect(await button.evaluate((it) => getComputedStyle(it).borderTopWidth)).toBe('1px')
    await context.close()
  }
})
