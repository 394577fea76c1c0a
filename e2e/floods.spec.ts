import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { serve } from './scratch-site'

// A server of its own, to look at its memory.
const port = Number(process.env.E2E_PORT ?? 3210) + 102

/** FLOOD=20000 asks for as many, by hand. */
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
const wrong = (number: number) => shapes[number % shapes.length]?.replace('%', String(number)) ?? '/'

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((name) => !/[\\/](trace|diagnostics|logs)/.test(name))
    .sort()

test('P7: two thousand wrong addresses are each a 404, leave no file, and do not fill the memory', async () => {
  test.setTimeout(600_000)
  const server = await serve(
    process.cwd(),
    [
      'node',
      '--max-old-space-size=160',
      '--max-semi-space-size=8',
      'node_modules/next/dist/bin/next',
      'start',
      '-p',
      `${port}`,
    ],
    port,
  )
  try {
    const before = filesIn('.next')
    const others: string[] = []
    const ask = async (from: number, to: number) => {
      let next = from
      const asker = async () => {
        while (next < to) {
          const address = wrong(next++)
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
    // What Next remembers in memory has a limit of its own, 50 MB; the rest is what a process breathes.
    expect(grown).toBeLessThan(120)
    expect((await fetch(server.url)).status).toBe(200)
  } finally {
    await server.stop()
  }
})
