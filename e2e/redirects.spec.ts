import { expect, test } from '@playwright/test'

const story = '/gpt-4-passes-the-bar-and-reads-pictures'
const old = `/2023/03/14${story}.html`

test('an old-style permalink, in any spelling, redirects to the story in one step', async ({ request }) => {
  for (const path of [old, `${old}/`, `${old}?utm_source=x`, old.replaceAll('-', '%2D')]) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location], path).toEqual([308, story])
  }
  expect((await request.get(old)).status()).toBe(200)
})

test('a permalink with another date or without a story gets a 404', async ({ request }) => {
  for (const path of [old.replace('/14/', '/15/'), '/2023/03/14/no-such-story.html', '/2023/03/14/a.html']) {
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(404)
  }
})

test('a trailing slash is removed in one step, and the query is preserved', async ({ request }) => {
  const steps = [
    ['/search/?q=chips', '/search?q=chips'],
    ['/category/news/?from=x', '/category/news?from=x'],
    ['/corrections/', '/corrections'],
    [`${story}/`, story],
  ] as const
  for (const [from, to] of steps) {
    const answer = await request.get(from, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location], from).toEqual([308, to])
  }
})
