import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { serve } from './scratch-site'

// A separate server, to measure its memory.
const port = Number(process.env.E2E_PORT ?? 3210) + 102

/** Set FLOOD=20000 for a longer manual run. */
const wrongAddresses = Number(process.env.FLOOD ?? 1000)

const shapes = [
  '/none-%',
  '/none/%',
  '/tag/none-%',
  '/author/none-%',
  '/category/news/9%9',
  '/archive/1%/01',
  '/none-%/lite',
]
const wrongPath = (number: number) => shapes[number % shapes.length]?.replace('%', String(number)) ?? '/'

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((name) => !/[\\/](trace|diagnostics|logs)/.test(name))
    .sort()

const startServer = (at: number) =>
  serve(
    process.cwd(),
    [
      'node',
      '--max-old-space-size=160',
      '--max-semi-space-size=8',
      'node_modules/next/dist/bin/next',
      'start',
      '-p',
      `${at}`,
    ],
    at,
  )

test('P7: two thousand wrong addresses each get a 404, leave no file and do not fill the memory', async () => {
  test.setTimeout(600_000)
  const server = await startServer(port)
  try {
    const before = filesIn('.next')
    const others: string[] = []
    const ask = async (from: number, to: number) => {
      let next = from
      const asker = async () => {
        while (next < to) {
          const address = wrongPath(next++)
          const answer = await fetch(server.url + address, { redirect: 'manual' })
          await answer.arrayBuffer()
          if (answer.status !== 404) others.push(`${address}: ${answer.status}`)
        }
      }
      await Promise.all([asker(), asker(), asker(), asker()])
    }
    await ask(0, 1000)
    const warm = server.megabytes()
    await ask(1000, 1000 + wrongAddresses)
    const grown = server.megabytes() - warm
    console.log(`${warm} MB after 1,000 wrong addresses, ${grown} MB more after ${wrongAddresses} others`)
    expect(others).toEqual([])
    expect(filesIn('.next')).toEqual(before)
    // Next limits its memory cache to 50 MB; the rest is normal variation of a process.
    expect(grown).toBeLessThan(120)
    expect((await fetch(server.url)).status).toBe(200)
  } finally {
    await server.stop()
  }
})

/** Numbered requests that differ in something that should make no difference, or that is expensive. */
const variants: Record<string, (number: number) => { path: string; headers?: Record<string, string> }> = {
  'a missing page with queries': (number) => ({ path: `/none-such?utm_source=${number}` }),
  'the front page with queries': (number) => ({ path: `/?v=${number}` }),
  'an article with queries': (number) => ({ path: `/about?a[${number}]=${number}` }),
  'what is accepted': (number) => ({ path: '/about', headers: { accept: `text/x-${number}, */*;q=0.1` } }),
  'payloads of Next': (number) => ({ path: `/none-such?_rsc=${number}`, headers: { rsc: '1' } }),
  'states of the router': (number) => ({
    path: '/about',
    headers: {
      rsc: '1',
      'next-router-state-tree': encodeURIComponent(
        JSON.stringify(['', { children: [['slug', `x${number}`, 'd'], {}] }, null, null]),
      ),
    },
  }),
  'segments that are prefetched': (number) => ({
    path: '/about',
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': `/_tree${number}` },
  }),
  robots: (number) => ({ path: `/none-${number}`, headers: { 'user-agent': `Googlebot/${number}` } }),
  languages: (number) => ({
    path: '/about',
    headers: { 'accept-language': `x-${number}`, cookie: `a=${number}` },
  }),
  searches: (number) => ({ path: `/search?q=word${number}+chips&page=${number % 60}` }),
  suggestions: (number) => ({ path: `/search/suggest?q=${'long'.repeat(70)}${number}` }),
  'pictures that are not there': (number) => ({
    path: `/_next/image?url=%2Fassets%2Fimages%2Fnone-${number}.jpg&w=640&q=75`,
  }),
  'spellings of a picture': (number) => ({
    path: `/_next/image?url=%2Fassets%2Fimages%2Fdeepseek-r1.jpg%3F${number}&w=640&q=75`,
  }),
  'sizes of a picture': (number) => ({
    path: `/_next/image?url=%2Fassets%2Fimages%2Fdeepseek-r1.jpg&w=${number}&q=75`,
  }),
  'cards of no story': (number) => ({ path: `/og/none-${number}/card.png` }),
  'files that are not there': (number) => ({ path: `/assets/none-${number}.png?${number}` }),
}

test('P7, P18: request floods of every kind leave no files, workers or memory behind, and the site keeps answering', async () => {
  test.setTimeout(1_800_000)
  const server = await startServer(port + 1)
  try {
    const each = Math.ceil(wrongAddresses / 5)
    const before = filesIn('.next')
    const failed: string[] = []
    const flood = async (from: number, to: number) => {
      for (const [name, request] of Object.entries(variants)) {
        let next = from
        const asker = async () => {
          while (next < to) {
            const { path, headers } = request(next++)
            const answer = await fetch(server.url + path, { headers, redirect: 'manual' })
            await answer.arrayBuffer()
            if (answer.status >= 500) failed.push(`${name}: ${path}: ${answer.status}`)
          }
        }
        await Promise.all([asker(), asker(), asker(), asker()])
      }
    }
    await flood(0, each)
    const warm = server.megabytes()
    await flood(each, 2 * each)
    await flood(2 * each, 3 * each)
    const grown = server.megabytes() - warm
    console.log(`${warm} MB after ${each} requests of each kind, ${grown} MB more after ${2 * each} others`)
    expect(failed).toEqual([])
    expect(filesIn('.next')).toEqual(before)
    expect(grown).toBeLessThan(120)
    for (const path of ['/', '/about', '/api/health/ready'])
      expect((await fetch(server.url + path)).status).toBe(200)
  } finally {
    await server.stop()
  }
})
