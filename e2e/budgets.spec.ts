import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { measurePage } from './page-weights'
import { pageKinds, postSlugs } from './pages'

const KB = 1024
const empty: { next: string; script: number } = JSON.parse(readFileSync('e2e/empty-app/weight.json', 'utf8'))

test('the empty app was measured with the installed version of Next: npm run measure:empty-app', () => {
  const { version } = JSON.parse(readFileSync('node_modules/next/package.json', 'utf8'))
  expect(empty.next).toBe(version)
})

for (const [kind, address] of Object.entries(pageKinds)) {
  test(`${kind}: scripts, styles and fonts are within their budgets, and no other host is contacted`, async ({
    page,
  }) => {
    const { script, style, font, elsewhere } = await measurePage(page, address)
    const own = script - empty.script
    test.info().annotations.push({ type: 'weight', description: `${own} ${style} ${font}` })
    expect.soft(own, 'own script, gzipped, above an empty Next app').toBeLessThanOrEqual(5 * KB)
    expect.soft(style, 'style, gzipped').toBeLessThanOrEqual(12 * KB)
    expect.soft(font, 'fonts').toBeLessThanOrEqual(100 * KB)
    expect.soft(elsewhere, 'requests to other sites').toEqual([])
    expect(script, 'the page has script at all').toBeGreaterThan(empty.script)
  })
}

test('the HTML of every story of up to 600 words is at most 14 KB', async ({ request }) => {
  const heavy: string[] = []
  for (const slug of postSlugs) {
    const html = await (await request.get(`/${slug}`)).body()
    const words = Number(/"wordCount":(\d+)/.exec(html.toString())?.[1])
    const weight = gzipSync(html).length
    if (words <= 600 && weight > 14 * KB) heavy.push(`/${slug}: ${weight} bytes for ${words} words`)
    expect(words, `/${slug} says how many words it has`).toBeGreaterThan(0)
  }
  expect(heavy).toEqual([])
})

test('the lite edition of every story is one request of at most 14 KB', async ({ page }) => {
  const heavy: string[] = []
  for (const path of ['/lite', ...postSlugs.map((slug) => `/${slug}/lite`)]) {
    const { html, requests } = await measurePage(page, path)
    if (requests !== 1 || html > 14 * KB) heavy.push(`${path}: ${requests} requests, ${html} bytes`)
    expect(html, `${path} is there`).toBeGreaterThan(500)
  }
  expect(heavy).toEqual([])
})
