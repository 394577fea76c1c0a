import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { copyBuiltSite, runSync } from './built-site'
import { serve } from './scratch-site'

/** Tests that need more than the thirty posts of the sample: lists and search results of several pages, and other writing systems. */
const port = Number(process.env.E2E_PORT ?? 3210) + 104
const command = ['node', join(process.cwd(), 'node_modules/next/dist/bin/next'), 'start', '-p', `${port}`]
let server: Awaited<ReturnType<typeof serve>>

// One server for all of them.
test.describe.configure({ mode: 'default' })

test.beforeAll(async () => {
  test.setTimeout(300_000)
  const folder = copyBuiltSite('fuller')
  const post = (name: string, title: string, text: string, more = '', body = text) =>
    writeFileSync(
      join(folder, 'posts', name),
      `---\ntitle: "${title}"\ndescription: "${text}"\nauthor: reporter\ncategory: Chips\n${more}---\n\n${body}\n`,
    )
  writeFileSync(
    join(folder, 'authors/reporter.md'),
    '---\nname: A reporter\nrole: Correspondent\nimage: /assets/images/desk.svg\nlinks: [{ label: Code, url: https://code.example/reporter }]\n---\n\nWrites what is tested.\n',
  )
  for (let day = 1; day <= 28; day++)
    post(
      `2024-02-${String(day).padStart(2, '0')}-wafer-${day}.md`,
      `Wafer number ${day}`,
      'A quokkawafer is made.',
    )
  post('2024-03-01-chinese.md', '人工智能公司发布新模型', '这是一个关于芯片出口的故事。', 'lang: zh\n')
  post('2024-03-02-japanese.md', '新しい半導体工場', '北海道で半導体の生産が始まる。', 'lang: ja\n')
  post('2024-03-03-korean.md', '새로운 인공지능 모델', '서울에서 반도체를 만든다.', 'lang: ko\n')
  const arabic = 'يُقرأ هذا النص من اليمين إلى اليسار.'
  const parts = `${arabic}\n\n## الأول\n\n## الثاني\n\n~~~js\nconst a = 1\n~~~`
  post('2024-03-04-arabic.md', 'خبر عن الذكاء', arabic, 'lang: ar\ntoc: true\n', parts)
  // Adjacent dates, so that each links to the other as previous or next.
  post(
    '2024-03-04-long-word.md',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau',
    'Wide.',
    'date: 2024-03-04 12:00\n',
  )
  post('2024-03-05-proto.md', 'What __proto__ is', 'Every object has a constructor.')
  await runSync(folder)
  server = await serve(folder, command, port)
})
test.afterAll(() => server?.stop())

for (const [kind, path, intro] of [
  ['a section', '/category/chips', 'The hardware that models run on'],
  ['an author', '/author/reporter', 'Writes what is tested.'],
  ['a month', '/archive/2024/02', 'February 2024'],
]) {
  test(`${kind} with more stories than fit on a page: count, introduction and pagination`, async ({
    page,
    request,
  }) => {
    await page.goto(server.url + path)
    const header = page.locator('.list-header')
    const count = Number(/(\d+) stories · Page 1 of (\d)/.exec(await header.innerText())?.[1])
    expect(count).toBeGreaterThan(27)
    await expect(header).toContainText(intro ?? '')
    await expect(page.locator('link[rel=prev]')).toHaveCount(0)
    const seen = new Set<string | null>()
    for (let number = 1; number < 9; number++) {
      await expect(page).toHaveURL(`${server.url}${path}${number > 1 ? `/${number}` : ''}`)
      const links = page.locator('main .teaser-title a')
      await expect(links.first()).toBeVisible()
      for (const link of await links.all()) seen.add(await link.getAttribute('href'))
      await expect(page.locator('.pager [aria-current]')).toContainText(`${number}`)
      if (number > 1) {
        await expect(page.getByRole('link', { name: 'Newer stories' })).toHaveAttribute('rel', 'prev')
        await expect(page.locator('link[rel=prev]')).toHaveCount(1)
      }
      const older = page.getByRole('link', { name: 'Older stories' })
      if ((await older.count()) === 0) break
      await expect(older).toHaveAttribute('rel', 'next')
      await expect(page.locator('link[rel=next]')).toHaveAttribute('href', /\/\d$/)
      await older.click()
      await expect(page.locator('.pager [aria-current]')).toContainText(`${number + 1}`)
    }
    expect(seen.size).toBe(count)
    expect((await request.get(`${server.url}${path}/1`)).status()).toBe(404)
    expect((await request.get(`${server.url}${path}/9`)).status()).toBe(404)
  })
}

test('an author’s page has a portrait, the role, links and a feed', async ({ page, request }) => {
  await page.goto(`${server.url}/author/reporter`)
  const header = page.locator('.list-header')
  await expect(header.locator('img')).toBeVisible()
  await expect(header.locator('.kicker')).toHaveText('Correspondent')
  await expect(header.getByRole('link', { name: 'Code' })).toHaveAttribute('rel', /\bme\b/)
  const feed = await header.getByRole('link', { name: 'Subscribe to the feed' }).getAttribute('href')
  expect(await (await request.get(server.url + feed)).text()).toContain('Wafer number 28')
})

for (const [what, q, headline] of [
  ['a part of a Chinese headline', '智能', '人工智能公司发布新模型'],
  ['a word of a Chinese text', '芯片出口', '人工智能公司发布新模型'],
  ['one Chinese sign', '新', '人工智能公司发布新模型'],
  ['a Japanese word', '半導体', '新しい半導体工場'],
  ['a Korean word without its particle', '반도체', '새로운 인공지능 모델'],
  ['an Arabic word without its vowel signs', 'يقرأ', 'خبر عن الذكاء'],
  ['the name of what every object has', '__proto__', 'What __proto__ is'],
  ['constructor', 'constructor', 'What __proto__ is'],
]) {
  test(`a search finds ${what}`, async ({ page }) => {
    await page.goto(`${server.url}/search?q=${encodeURIComponent(q ?? '')}`)
    await expect(page.locator('.search-hit h2')).toContainText([headline ?? ''])
  })
}

test('search results continue on further pages with the same query and filters', async ({ page }) => {
  await page.goto(`${server.url}/search?q=quokkawafer&year=2024`)
  await expect(page.getByRole('main').getByRole('status')).toHaveText('28 results for “quokkawafer”')
  await page.getByRole('link', { name: 'Older stories' }).click()
  await expect(page).toHaveURL(`${server.url}/search?q=quokkawafer&year=2024&page=2`)
  await expect(page.locator('.search-hit')).toHaveCount(8)
  await expect(page.locator('.search-hit mark').first()).toHaveText('quokkawafer')
})

test('a right-to-left story keeps its direction in lists, search results and the lite edition', async ({
  page,
}) => {
  for (const path of [
    '/category/chips',
    '/archive/2024/03',
    `/search?q=${encodeURIComponent('الذكاء')}`,
    '/arabic',
    '/arabic/lite',
  ]) {
    await page.goto(server.url + path)
    const words = page.getByText('خبر عن الذكاء').last()
    await expect(words, path).toBeVisible()
    await expect(words, path).toHaveCSS('direction', 'rtl')
  }
})

test('in a right-to-left story, floated boxes cover neither the text nor the dates', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`${server.url}/arabic`)
  const rail = await page.locator('.article-rail').boundingBox()
  for (const part of ['.toc', '.code', '.prose'])
    expect((await page.locator(part).first().boundingBox())?.x, part).toBeGreaterThanOrEqual(
      (rail?.x ?? 0) + (rail?.width ?? 0),
    )
  await expect(page.locator('.code')).toHaveCSS('direction', 'ltr')
})

test('a word wider than a phone’s screen breaks wherever its headline appears', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of [
    '/long-word',
    '/arabic',
    '/proto',
    '/category/chips',
    '/archive/2024/03',
    '/search?q=wide',
  ]) {
    await page.goto(server.url + path)
    await expect(page.getByText(/Donaudampf/).first(), path).toBeAttached()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(320)
  }
})
