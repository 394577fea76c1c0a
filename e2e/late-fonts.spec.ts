import { expect, type Route, test } from '@playwright/test'
import { pageKinds } from './pages'

// A deterministic slow connection: the fonts are held back until the page is painted.
for (const kind of ['front', 'article', 'section'] as const)
  for (const width of [390, 1280])
    test(`${kind}, ${width} pixels wide: late fonts cause no layout shift`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 })
      await page.addInitScript(() => {
        const moved: number[] = Reflect.set(window, 'moved', []) && Reflect.get(window, 'moved')
        const watch = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) moved.push(Reflect.get(entry, 'value'))
        })
        watch.observe({ type: 'layout-shift', buffered: true })
      })
      const held: Route[] = []
      await page.route('**/*.woff2', (route) => {
        held.push(route)
      })
      await page.goto(pageKinds[kind], { waitUntil: 'commit' })
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
      expect(held.length).toBeGreaterThan(2)
      await Promise.all(held.map((route) => route.continue()))
      await Promise.all(held.map(async (route) => (await route.request().response())?.finished()))
      const moved = await page.evaluate(
        () =>
          new Promise((seen) => {
            requestAnimationFrame(() => requestAnimationFrame(() => seen(Reflect.get(window, 'moved'))))
          }),
      )
      expect(moved).toEqual([])
    })
