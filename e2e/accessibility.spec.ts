import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { liteKinds, pageKinds } from './pages'

const widths = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 900 } }

for (const [kind, address] of Object.entries({ ...pageKinds, ...liteKinds })) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${kind}, ${colorScheme}: axe finds nothing, on a phone and on a laptop`, async ({ browser }) => {
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
