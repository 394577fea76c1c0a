import { expect, type Page, test } from '@playwright/test'
import { pageKinds } from './pages'

const rich = pageKinds['article with code, notes and contents']
const withVideo = pageKinds.article

const noScript = () => test.use({ javaScriptEnabled: false })
/** The canonical URL of the page. Its origin was set at build time. */
const publicAddress = (page: Page) => page.locator('link[rel=canonical]').getAttribute('href')
/** Simulates a system share sheet and records what is shared. */
const mockShareSheet = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(navigator, {
      share: async (shared: object) => Object.assign(window, { shared }),
    })
  })

test('the table of contents links to the headings, and Back returns to it', async ({ page }) => {
  await page.goto(rich)
  const contents = page.getByRole('navigation', { name: 'In this article' })
  const first = contents.getByRole('link').first()
  const heading = page.getByRole('heading', { name: (await first.textContent()) ?? '' })
  await first.click()
  await expect(heading).toBeInViewport()
  await page.goBack()
  await expect(first).toBeInViewport()
  await expect(page.locator('.prose')).toContainText('Chinchilla')
})

test('the lead picture is requested before the scripts', async ({ request }) => {
  for (const path of [
    '/two-nobel-prizes-for-artificial-intelligence',
    '/deepseek-r1-open-weights-and-a-market-shock',
  ]) {
    const answer = await request.get(path)
    const html = await answer.text()
    const source = /class="enlarge"><img[^>]* src="([^"]+)"/.exec(html)?.[1]
    expect(source).toBeTruthy()
    const beforeScripts = html.slice(0, html.indexOf('<script src'))
    const isInHead = /<link rel="preload" as="image"/.test(beforeScripts)
    const isInHeader = answer.headers().link?.includes(`<${source}>; rel=preload; as="image"`)
    expect(isInHead || isInHeader, path).toBe(true)
  }
})

test('a story in a series shows its part number and links to the other parts', async ({ page }) => {
  await page.goto(pageKinds['article in a series'])
  const series = page.getByRole('navigation', { name: /The AI Act, step by step/ })
  await expect(series).toContainText('Part 2 of 3')
  await expect(series.locator('[aria-current=page]')).toHaveText(
    await page.getByRole('heading', { level: 1 }).innerText(),
  )
  await expect(series.getByRole('link')).toHaveCount(2)
})

test('a story shows its reading time, an age notice and its corrections', async ({ page }) => {
  await page.goto(pageKinds['article with corrections'])
  await expect(page.getByText(/^\d+ min read$/)).toBeVisible()
  await expect(page.getByText(/^This article is more than \d+ years old\.$/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Corrections and updates' })).toContainText(/\d{4}\./)
})

test('share links are plain links with the URL and the headline', async ({ page }) => {
  await page.goto(rich)
  const share = page.getByRole('navigation', { name: 'Share' })
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  for (const name of ['Email', 'Bluesky', 'LinkedIn', 'X']) {
    const link = (await share.getByRole('link', { name, exact: true }).getAttribute('href')) ?? ''
    expect(decodeURIComponent(link)).toContain(await publicAddress(page))
    if (name !== 'LinkedIn') expect(decodeURIComponent(link)).toContain(title)
  }
  await expect(share.getByRole('button', { name: 'Share …' })).toBeHidden()
})

test('the system’s share sheet receives the headline and the canonical URL', async ({ page }) => {
  await mockShareSheet(page)
  await page.goto(`${rich}?utm_source=somewhere`)
  await page.getByRole('button', { name: 'Share …' }).click()
  const shared = await page.evaluate(() => (window as { shared?: object }).shared)
  expect(shared).toEqual({
    title: await page.getByRole('heading', { level: 1 }).innerText(),
    url: await publicAddress(page),
  })
})

test('copying a story’s link, a heading’s link or a code block works and is announced', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.goto(rich)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('status')).toHaveText('Link copied.')
  expect(await copied()).toBe(await publicAddress(page))

  const heading = page.locator('.prose h2 a').first()
  await heading.click()
  await expect(page).toHaveURL(/#.+$/)
  await expect.poll(copied).toBe((await publicAddress(page)) + new URL(page.url()).hash)

  await page.getByRole('button', { name: 'Copy code' }).click()
  await expect(page.getByRole('status')).toHaveText('Code copied.')
  expect(await copied()).toBe(await page.locator('.code code').textContent())
})

test('a footnote opens next to its reference, closes with Escape, and returns the focus', async ({
  page,
}) => {
  await page.goto(rich)
  const mark = page.locator('[data-footnote-ref]').first()
  await mark.focus()
  await page.keyboard.press('Enter')
  const note = page.getByRole('dialog', { name: 'Footnote 1' })
  await expect(note).toBeFocused()
  await expect(note).toContainText('Jurassic-1 is by AI21 Labs')
  await expect(note.getByRole('link', { name: 'Back to the text' })).toHaveCount(0)
  expect(new URL(page.url()).hash).toBe('')
  const [box, at] = [await note.boundingBox(), await mark.boundingBox()]
  expect(Math.abs((box?.y ?? 0) - (at?.y ?? 0)), 'near the mark').toBeLessThan(250)
  await page.keyboard.press('Escape')
  await expect(note).toHaveCount(0)
  await expect(mark).toBeFocused()
})

test('on a phone a footnote opens at the bottom edge, fully visible', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(rich)
  await page.locator('[data-footnote-ref]').first().click()
  const box = await page.getByRole('dialog', { name: 'Footnote 1' }).boundingBox()
  expect([box?.x, Math.round((box?.y ?? 0) + (box?.height ?? 0))]).toEqual([0, 844])
})

test('a picture opens in a dialog with its caption, and closes with Escape, the button or a click', async ({
  page,
}) => {
  await page.goto(rich)
  const picture = page.locator('.lead-picture').getByRole('link')
  for (const close of ['Escape', 'button', 'click']) {
    await picture.click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('img')).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused()
    await expect(dialog).toContainText('Illustration')
    const [small, large] = [await picture.boundingBox(), await dialog.getByRole('img').boundingBox()]
    expect(large?.width).toBeGreaterThan(small?.width ?? 0)
    if (close === 'Escape') await page.keyboard.press('Escape')
    if (close === 'button') await dialog.getByRole('button', { name: 'Close' }).click()
    if (close === 'click') await dialog.getByRole('img').click()
    await expect(dialog).toHaveCount(0)
    await expect(picture).toBeFocused()
  }
  expect(new URL(page.url()).pathname).toBe(rich)
})

test('a video is a link; its host is contacted only on click, when the player replaces the link', async ({
  page,
}) => {
  const asked: string[] = []
  await page.route('https://www.youtube-nocookie.com/**', (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<title>Player</title>' })
  })
  await page.goto(withVideo, { waitUntil: 'networkidle' })
  await expect(page.locator('iframe')).toHaveCount(0)
  expect(asked).toEqual([])
  await page.getByRole('link', { name: /OpenAI shows GPT-4 to developers/ }).click()
  const player = page.locator('iframe')
  await expect(player).toHaveAttribute('title', 'OpenAI shows GPT-4 to developers, 14 March 2023')
  await expect(player).toBeFocused()
  await expect.poll(() => asked).toEqual(['https://www.youtube-nocookie.com/embed/outcGtbnMuQ?autoplay=1'])
  expect(new URL(page.url()).pathname).toBe(withVideo)
})

test('the CSP allows frames only from the video hosts', async ({ request }) => {
  const policy = (await request.get(withVideo)).headers()['content-security-policy'] ?? ''
  expect(policy.split('; ').find((directive) => directive.startsWith('frame-src'))).toBe(
    'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
  )
})

test('Ctrl+click is left to the browser', async ({ page, context }) => {
  await page.goto(rich)
  const opened = context.waitForEvent('page')
  await page
    .locator('.lead-picture')
    .getByRole('link')
    .click({ modifiers: ['Control'] })
  expect(new URL((await opened).url()).pathname).toMatch(/^\/assets\/images\//)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('in print there is the story with its URLs, without navigation and buttons', async ({ page }) => {
  await page.goto(rich)
  await page.emulateMedia({ media: 'print' })
  for (const away of ['header .wordmark', 'nav.share', 'footer', '[data-save]', '[data-copy-code]'])
    await expect(page.locator(away).first()).toBeHidden()
  await expect(page.getByText(`The Inference, ${await publicAddress(page)}`, { exact: true })).toBeVisible()
  const source = page.locator('.prose a[href^="https://arxiv.org"]').first()
  expect(await source.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(
    'https://arxiv.org',
  )
})

const stories = Object.entries(pageKinds).filter(([kind]) => kind.startsWith('article'))
for (const [kind, address] of stories) {
  test(`${kind}: links in the text are underlined, and no headline is drawn in synthetic bold`, async ({
    page,
  }) => {
    await page.goto(address)
    // The arrow after external links is not enough: internal links have none.
    const links = page.locator(
      '.prose :is(p, li, dd) > a:not([data-footnote-ref], .data-footnote-backref, .enlarge)',
    )
    for (const link of await links.all()) await expect(link).toHaveCSS('text-decoration-line', 'underline')
    await expect(page.locator('#sources ~ ul a').first()).toHaveCSS('text-decoration-line', 'underline')
    // The headline font has only one weight; from 600 the browser synthesises bold.
    const smeared = await page.locator('body *').evaluateAll((all) =>
      all
        .filter((element) => {
          const { fontFamily, fontWeight } = getComputedStyle(element)
          return /^"?display/i.test(fontFamily) && Number(fontWeight) >= 600
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    )
    expect(smeared).toEqual([])
  })
}

test('the dateline starts the first line of the story, on phones as well', async ({ page }) => {
  await page.goto(withVideo)
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const tops = await page.locator('.dateline, .dateline + .prose > p:first-child').evaluateAll((all) => {
      const firstLine = (element: Element) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        return range.getClientRects()[0] ?? new DOMRect()
      }
      return all.map((element) => {
        const { top, bottom, left } = firstLine(element)
        return { middle: (top + bottom) / 2, left }
      })
    })
    expect(Math.abs((tops[0]?.middle ?? 0) - (tops[1]?.middle ?? 99))).toBeLessThan(4)
    expect(tops[1]?.left).toBeGreaterThan((tops[0]?.left ?? 0) + 40)
  }
})

test.describe('without JavaScript', () => {
  noScript()

  test('footnotes link to the note and back', async ({ page }) => {
    await page.goto(rich)
    await page.locator('[data-footnote-ref]').first().click()
    await expect(page.locator('.footnotes li').first()).toBeInViewport()
    await page.getByRole('link', { name: 'Back to the text, note 1' }).click()
    await expect(page.locator('[data-footnote-ref]').first()).toBeInViewport()
  })

  test('headings link to themselves', async ({ page }) => {
    await page.goto(rich)
    await page.locator('.prose h2:has(a)').last().getByRole('link').click()
    await expect(page).toHaveURL(/#.+$/)
    await expect(page.locator('.prose h2:has(a)').last()).toBeInViewport()
  })

  test('a picture is a link to its file', async ({ page }) => {
    await page.goto(rich)
    await page.locator('.lead-picture').getByRole('link').click()
    await expect(page).toHaveURL(/\/assets\/images\/chinchilla\.svg$/)
  })

  test('a video is a link to its host’s page', async ({ page }) => {
    await page.goto(withVideo)
    await expect(page.getByRole('link', { name: /OpenAI shows GPT-4 to developers/ })).toHaveAttribute(
      'href',
      'https://www.youtube.com/watch?v=outcGtbnMuQ',
    )
  })

  test('buttons that need JavaScript are hidden', async ({ page }) => {
    await page.goto(rich)
    expect(await page.getByRole('button').all()).toEqual([])
  })
})
