/**
 * S5: an article on a slow phone (4× slower, 1.6 Mbit/s down, 150 ms), next to the same page as bare static HTML: the bytes
 * that the server sent, without the scripts. Chromium, a new context each time, both by turns.
 */
import { type Browser, chromium } from '@playwright/test'
import { type Figure, median } from './figure'
import { serveRecording } from './recording'
import { port } from './site'

const rounds = Number(process.env.BENCH_ROUNDS ?? 7)

type Visit = { paint: number; first: number; shift: number; blocked: number; bytes: number; requests: number }

export async function onAPhone(origin: string, path: string): Promise<Figure[]> {
  const still = await serveRecording(origin, port + 2)
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })
  try {
    const [ours, bare]: [Visit[], Visit[]] = [[], []]
    // The first round fills the server's and the recording's memory.
    for (let round = 0; round <= rounds; round++) {
      bare.push(await visit(browser, still.url + path))
      ours.push(await visit(browser, origin + path))
    }
    const of = (what: string, key: keyof Visit, unit: Figure['unit'], asked?: Figure['asked']): Figure => ({
      ...{ goal: 'S5', what: `slow phone: ${what}`, unit, asked },
      value: median(ours.slice(1).map((one) => one[key])),
      beside: { name: 'static HTML', value: median(bare.slice(1).map((one) => one[key])) },
    })
    return [
      of('largest paint', 'paint', 'ms', { of: 'ratio', most: 1.1 }),
      of('first paint', 'first', 'ms'),
      of('shifts of the layout', 'shift', '', { of: 'value', most: 0 }),
      of('blocking time', 'blocked', 'ms', { of: 'value', most: 200 }),
      of('bytes', 'bytes', 'KB'),
      of('requests', 'requests', ''),
    ]
  } finally {
    await browser.close()
    await still.stop()
  }
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  let [bytes, requests] = [0, 0]
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests++
  })
  await page.addInitScript({ path: 'bench/observe.js' })
  await page.goto(url, { waitUntil: 'load' })
  // What the page does after it has loaded counts, too.
  await page.waitForTimeout(3000)
  const seen = await page.evaluate(() => Reflect.get(window, 'seen'))
  await context.close()
  if (!seen.paint) throw new Error(`${url} was never painted.`)
  return { ...seen, bytes: bytes / 1000, requests }
}
