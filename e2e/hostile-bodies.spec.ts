import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { expect, type Page, test } from '@playwright/test'
import fc from 'fast-check'
import { dangersOf, rules } from '../__tests__/lib/render/dangers'
import { hostile, hostileMdx } from '../__tests__/lib/render/hostile-bodies'
import { hostileText } from '../__tests__/lib/render/hostile-tokens'

/**
 * Rendered hostile bodies in a real browser, as documents without a CSP: the guard of lib/render has to hold alone. The site
 * does not run here; the test answers for its origin, so that it sees every request that a body causes.
 */
test.describe.configure({ mode: 'parallel', timeout: 600_000 })

/** On a page, a body also has elements that feeds do not have: copy buttons, links to large pictures, video players. */
const rulesOfPage = {
  ...rules,
  elements: [...rules.elements, 'button'],
  attributes: [...rules.attributes, 'data-copy-code', 'data-player'],
  classes: `${rules.classes}|^(code-block|script-only|no-print|action|enlarge|sr-only|task)$`,
}

const player = /^https:\/\/(www\.youtube-nocookie\.com\/embed|player\.vimeo\.com\/video)\/[\w-]+\?[\w=&]+$/

type Format = 'md' | 'mdx'
/** FUZZ=20 tries twenty times as many bodies, SEED=1234 repeats a run. */
const times = Number(process.env.FUZZ ?? 1)
const seed = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31))

/** The renderer in a separate process, because Playwright would compile its JSX differently. */
function startRenderer() {
  const child = spawn('node', ['--import', 'tsx', 'e2e/render-lines.ts'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    async render(
      body: string,
      format: Format,
    ): Promise<{ shown?: [page: string, feed: string]; refused?: number }> {
      child.stdin.write(`${JSON.stringify({ body, format })}\n`)
      const { value, done } = await lines.next()
      if (done) throw new Error(`The renderer ended at ${JSON.stringify(body)}`)
      return JSON.parse(value)
    },
    end: () => child.stdin.end(),
  }
}

/** A page that shows documents and returns everything in them, run by them or requested by them that is not allowed. */
async function documentViewer(page: Page) {
  let html = ''
  let faults: string[] = []
  const address = `${rules.base}/shown`
  await page.context().route('**', (route) => {
    const url = route.request().url()
    if (url === address) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
    const own = new URL(url).origin === rules.base && route.request().resourceType() === 'image'
    if (!own) faults.push(`asked for ${url}`)
    return route.fulfill({ status: 404, body: '' })
  })
  // Scripts in elements or attributes. Scripts in URLs do not run here; the walk over the elements finds those.
  const devtools = await page.context().newCDPSession(page)
  devtools.on('Debugger.scriptParsed', ({ url }) => {
    if (url !== '' && !url.startsWith('__')) faults.push(`ran a script at ${url}`)
  })
  await devtools.send('Debugger.enable')
  page.on('popup', () => faults.push('opened a window'))
  page.on('framenavigated', (frame) => {
    if (frame.url() !== address) faults.push(`went to ${frame.url()}`)
  })
  /** Shows `body` as a document, then `feed` in its place, as feed readers insert it into their own page. */
  return async (body: string, feed = body) => {
    html = `<!DOCTYPE html><html lang="en"><head></head><body>${body}</body></html>`
    faults = []
    await page.goto(address)
    const found = await page.evaluate(dangersOf, rulesOfPage)
    const players = await page.evaluate(() =>
      [...document.querySelectorAll('[data-player]')].map((link) => link.getAttribute('data-player') ?? ''),
    )
    found.push(...players.filter((one) => !player.test(one)).map((one) => `player ${one}`))
    await page.evaluate((html) => {
      document.body.innerHTML = html
    }, feed)
    return [...found, ...(await page.evaluate(dangersOf, rules)), ...faults]
  }
}

async function withViewerAndRenderer(
  page: Page,
  use: (tried: (body: string, format: Format) => Promise<boolean>) => Promise<void>,
) {
  const { render, end } = startRenderer()
  const show = await documentViewer(page)
  try {
    // Returns whether the body was rendered at all.
    await use(async (body, format) => {
      const { shown } = await render(body, format)
      const faults = shown ? await show(...shown) : []
      expect({ body, format, shown, faults }).toEqual({ body, format, shown, faults: [] })
      return shown !== undefined
    })
  } finally {
    end()
  }
}

test('control: in this browser, a script in a page does run and is detected', async ({ page }) => {
  const show = await documentViewer(page)
  const seen = async (body: string) => (await show(body)).join('\n')
  expect(await seen('<p>Nothing.</p><img src="/assets/a.png" alt="">')).toBe('')
  expect(await seen('<script>window.x = 1</script>')).toContain('ran a script')
  expect(await seen('<img src="/none.png" onerror="window.x = 1">')).toMatch(/img onerror[\s\S]*ran a script/)
  expect(await seen('<p tabindex="0" autofocus onfocus="window.x = 1">x</p>')).toContain('ran a script')
  expect(await seen('<iframe src="javascript:parent.x = 1"></iframe>')).toContain('src javascript:')
  expect(await seen('<link rel="stylesheet" href="https://evil.test/x.css">')).toContain(
    'asked for https://evil',
  )
  expect(await seen('<p style="background:url(//evil.test/x.png)">x</p>')).toContain('asked for http://evil')
  expect(await seen('<meta http-equiv="refresh" content="1000;url=/elsewhere">')).toContain('<meta>')
  expect(await seen('<p><template shadowrootmode="open"><b>x</b></template></p>')).toContain(
    'a shadow of <p>',
  )
})

test('P1: without a CSP, no hostile body in the table runs, loads or injects anything', async ({ page }) => {
  await withViewerAndRenderer(page, async (tried) => {
    for (const body of hostile) {
      expect(await tried(body, 'md')).toBe(true)
      await tried(`Before ${body}\n\nand *after*.`, 'md')
      await tried(body, 'mdx')
    }
    for (const body of hostileMdx) await tried(body, 'mdx')
  })
})

for (const format of ['md', 'mdx'] as const) {
  test(`P1: nor do generated bodies, as .${format}`, async ({ page }) => {
    console.log(`SEED=${seed}`)
    let shown = 0
    await withViewerAndRenderer(page, async (tried) => {
      await fc.assert(
        fc.asyncProperty(hostileText, async (body) => {
          if (await tried(body, format)) shown++
        }),
        { numRuns: (format === 'md' ? 100 : 400) * times, seed },
      )
    })
    console.log(`${shown} bodies of .${format} were shown`)
    expect(shown).toBeGreaterThan(format === 'md' ? 99 : 10)
  })
}
