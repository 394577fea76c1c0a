import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createScratchSite, serve } from './scratch-site'

/** What an author sees while writing, with `npm run dev`: one server, steps in order. */
test('in development, edits appear on the next reload, and an invalid post shows its errors', async ({
  page,
}) => {
  const folder = createScratchSite('development')
  const file = join(folder, 'posts', '2026-01-02-written-today.md')
  const write = (title: string, more = '') =>
    writeFileSync(
      file,
      `---\ntitle: ${title}\ndescription: A story about a story.\nauthor: desk\ncategories: News\n${more}---\n\nText.\n`,
    )
  const port = Number(process.env.E2E_PORT ?? 3210) + 100
  const server = await serve(folder, ['npx', 'next', 'dev', '-p', `${port}`], port)
  const open = (path: string) => page.goto(server.url + path)
  try {
    await open('/written-today')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')

    write('First words')
    await open('/written-today')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('First words')
    await open('/')
    await expect(page.getByRole('link', { name: 'First words' }).first()).toBeVisible()

    write('Second thoughts')
    await open('/written-today')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second thoughts')
    await open('/category/news')
    await expect(page.getByRole('link', { name: 'Second thoughts' }).first()).toBeVisible()

    await open('/search?q=second')
    await expect(page.getByRole('link', { name: 'Second thoughts' }).first()).toBeVisible()

    write('Second thoughts', 'image: assets/images/nowhere.svg\n')
    await open('/written-today')
    await expect(page.getByText('/assets/images/nowhere.svg is not in public/')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second thoughts')

    write('Third time', 'date: 2026-02-30\n')
    await open('/written-today')
    await expect(page.getByText('posts/2026-01-02-written-today.md:6:7')).toBeVisible()
    await expect(page.getByText('February 2026 has 28 days')).toBeVisible()
    await open('/')
    await expect(page.getByRole('link', { name: 'Second thoughts' }).first()).toBeVisible()

    writeFileSync(join(folder, 'front.yml'), 'containers:\n  - layout: laed\n    fill: latest\n')
    await open('/')
    await expect(page.getByText('front.yml:2:13')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Second thoughts' }).first()).toBeVisible()
    writeFileSync(
      join(folder, 'front.yml'),
      'containers:\n  - layout: lead\n    fill: latest\n    limit: 1\n',
    )
    await open('/')
    await expect(page.getByText('front.yml')).toHaveCount(0)
    await expect(page.locator('.lead-grid .teaser')).toHaveCount(1)

    write('Not for readers', 'draft: true\n')
    await open('/written-today')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not for readers')
    const notice = page.getByRole('complementary', { name: 'Not public yet' })
    await expect(notice).toContainText(/^Draft/)
    await notice.getByRole('link').click()
    await expect(page.getByRole('link', { name: 'Not for readers' })).toHaveAttribute(
      'href',
      '/written-today',
    )
    write('In a while', 'date: 2099-01-02 10:00\n')
    await open('/')
    await expect(page.getByRole('link', { name: 'In a while' })).toHaveCount(0)
    await page.getByRole('link', { name: '1 post is not public' }).click()
    await page.getByRole('link', { name: 'In a while' }).click()
    await expect(notice).toContainText('Scheduled for January 2, 2099 at 10:00')

    rmSync(file)
    await open('/written-today')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
    await open('/')
    await expect(page.getByRole('link', { name: 'Second thoughts' })).toHaveCount(0)
    expect(server.output()).not.toMatch(/^Error\b/m)
  } finally {
    await server.stop()
  }
})
