import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { createScratchSite, serve } from './scratch-site'

/** The first hour with a fresh clone: no posts yet, then one from an older site. */
test.describe.configure({ mode: 'serial' })
const port = Number(process.env.E2E_PORT ?? 3210) + 101

function createEmptyNewsroom(name: string): string {
  const folder = createScratchSite(name)
  rmSync(join(folder, 'posts'), { recursive: true })
  for (const file of ['front.yml', 'addresses.txt']) rmSync(join(folder, file), { force: true })
  mkdirSync(join(folder, 'posts'))
  return folder
}

const build = (folder: string) =>
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
const start = (folder: string) => serve(folder, ['npx', 'next', 'start', '-p', `${port}`], port)

test('a newsroom without a single story builds and serves', async ({ request }) => {
  const folder = createEmptyNewsroom('empty')
  build(folder)
  const server = await start(folder)
  try {
    for (const path of ['/', '/category/news', '/author/andre', '/archive', '/feed.xml', '/sitemap.xml']) {
      expect((await request.get(server.url + path)).status(), path).toBe(200)
    }
    expect((await request.get(`${server.url}/any-story`)).status()).toBe(404)
  } finally {
    await server.stop()
  }
})

test('a post from an older site works unchanged, even with a damaged character and a missing picture', async ({
  page,
}) => {
  const folder = createEmptyNewsroom('first-post')
  writeFileSync(
    join(folder, 'posts', '2023-03-16-news-from-the-old-site.md'),
    `---
layout: post
title:  "A headline: with a colon"
author: andre
categories: [News]
image: assets/images/lost-on-the-way.svg
description: It comes as it was.
---

Moved here from elsewhere — well in advanceâ€”with its scars.
`,
  )
  const said = execFileSync('npx', ['tsx', 'cli/check-posts.ts'], { cwd: folder, encoding: 'utf8' })
  const check = stripVTControlCharacters(said)
  expect(check).toMatch(/news-from-the-old-site\.md:10:44 +warn +encoding .*damaged character/)
  expect(check).toMatch(/warn +image .*lost-on-the-way\.svg/)
  expect(build(folder)).toContain('damaged character')

  const server = await start(folder)
  try {
    await page.goto(`${server.url}/news-from-the-old-site`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A headline: with a colon')
    await expect(page.getByRole('link', { name: 'Andre' }).first()).toHaveAttribute('href', '/author/andre')
    await expect(page.locator('main a[href="/category/news"]').first()).toBeVisible()
    await expect(page.locator('main img[src*="lost-on-the-way"]')).toHaveCount(0)
    const card = await page.locator('meta[property="og:image"]').getAttribute('content')
    const answer = await page.request.get(server.url + new URL(card ?? '').pathname)
    expect(answer.headers()['content-type']).toBe('image/png')
    expect(await sharp(await answer.body()).metadata()).toMatchObject({
      format: 'png',
      width: 1200,
      height: 630,
    })
    expect(existsSync(join(folder, 'public/assets/images/lost-on-the-way.svg'))).toBe(false)
  } finally {
    await server.stop()
  }
})

test('a newsroom in German and Arabic: messages, dates and text direction', async ({ page }) => {
  const folder = createEmptyNewsroom('german')
  const config = join(folder, 'site.config.ts')
  writeFileSync(config, readFileSync(config, 'utf8').replace("language: 'en'", "language: 'de'"))
  const head = 'author: desk\ncategories: News\n'
  const post = (title: string, text: string, more = '') =>
    `---\ntitle: ${title}\ndescription: ${text}\n${head}${more}---\n\n${text}\n`
  const posts = join(folder, 'posts')
  writeFileSync(join(posts, '2024-03-05-erster-artikel.md'), post('Erster Artikel', 'Auf Deutsch.'))
  writeFileSync(
    join(posts, '2024-03-06-arabic.md'),
    post('خبر قصير', 'يُقرأ هذا النص من اليمين إلى اليسار.', 'lang: ar\n'),
  )
  build(folder)
  const server = await start(folder)
  try {
    await page.goto(`${server.url}/erster-artikel`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page.getByText('5. März 2024').first()).toBeVisible()
    await expect(page.getByText(/Dieser Artikel ist mehr als \d+ Jahre alt/)).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Ressorts' }).first()).toBeVisible()
    await page.goto(`${server.url}/arabic`)
    const headline = page.getByRole('heading', { level: 1 })
    await expect(headline).toHaveAttribute('lang', 'ar')
    await expect(headline).toHaveCSS('direction', 'rtl')
    await expect(page.locator('.prose p').first()).toHaveCSS('direction', 'rtl')
    await expect(page.getByText('Veröffentlicht').first()).toHaveCSS('direction', 'ltr')
  } finally {
    await server.stop()
  }
})
