import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

/** One path of each kind of route. */
const classes = {
  front: '/',
  article: '/gpt-4-passes-the-bar-and-reads-pictures',
  'article that is made on demand': '/about',
  list: '/category/news',
  search: '/search?q=chips',
  suggestions: '/search/suggest?q=chips',
  'not found': '/there-is-no-such-page',
  'lite edition': '/lite',
  Markdown: '/gpt-4-passes-the-bar-and-reads-pictures.md',
  'RSS feed': '/feed.xml',
  'JSON feed': '/feed.json',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  'llms.txt': '/llms.txt',
  'picture for sharing': '/og/gpt-4-passes-the-bar-and-reads-pictures/card.png',
  'drawn picture': '/assets/images/gpt-4.svg',
  health: '/api/health/live',
}

/** Headers that instruct browsers or proxies. Dates, ETags and lengths differ from build to build and are left out. */
const comparedHeaders =
  /^(cache-control|content-security-policy|content-type|cross-origin-|permissions-policy|referrer-policy|strict-transport|vary|x-content-type|x-powered|x-robots|access-control|set-cookie|server$|location|allow)/

const golden = '__tests__/golden/headers.txt'

test('P9: the headers of each kind of route match the reviewed golden file', async ({ request }) => {
  const parts: string[] = []
  for (const [name, address] of Object.entries(classes)) {
    const answer = await request.get(address, { maxRedirects: 0 })
    const lines = answer
      .headersArray()
      .map((header) => `${header.name.toLowerCase()}: ${header.value}`)
      .filter((line) => comparedHeaders.test(line))
      // Lifetimes count down to the next scheduled story.
      .map((line) => line.replace(/(s-maxage|stale-while-revalidate)=\d+/g, '$1=…'))
      .sort()
    parts.push(`${name}: ${address} ${answer.status()}\n${lines.map((line) => `  ${line}\n`).join('')}`)
  }
  const found = parts.join('\n')
  // Run with GOLDEN=write to update the golden file, and review the diff.
  if (process.env.GOLDEN === 'write') writeFileSync(golden, found)
  expect(found).toBe(readFileSync(golden, 'utf8'))
})
