import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { SaxesParser } from 'saxes'
import sharp from 'sharp'
import { visit } from 'unist-util-visit'
import { parse } from 'yaml'
import { dangersOf, rules } from '../__tests__/lib/render/dangers'
import { createHostileNewsroom, hostilePicture } from './hostile-values'
import { serve } from './scratch-site'

/** A newsroom in which every value is hostile, built once and checked in every place that a value reaches. */
test.describe.configure({ mode: 'serial', timeout: 600_000 })

const port = Number(process.env.E2E_PORT ?? 3210) + 104
const base = `http://localhost:${port}`
const secret = 'a secret of this test, long enough for one'
const { folder, story, places } = createHostileNewsroom('hostile')
let stop = async () => {}

// Colours are control characters, too, but the program's own.
const env = { ...process.env, PREVIEW_SECRET: secret, SITE_URL: base, NO_COLOR: '1', FORCE_COLOR: '0' }
const command = (name: string) =>
  spawnSync('npm', ['run', '--silent', name], { cwd: folder, encoding: 'utf8', env })

test.beforeAll(async () => {
  const { status, stdout, stderr } = command('build')
  expect(status, stdout + stderr).toBe(0)
  writeFileSync(join(folder, 'public/assets/images/evil.svg'), hostilePicture)
  stop = (await serve(folder, ['npx', 'next', 'start', '-p', `${port}`], port, { PREVIEW_SECRET: secret }))
    .stop
})
test.afterAll(() => stop())

const fetched = async (path: string) => {
  const answer = await fetch(base + path)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** Everything in a page that the site did not put there. Runs in the browser. */
function findForeignElements(origin: string) {
  const found: string[] = []
  const inline =
    /^(\(?self\.__next_f|try\{var d=document\.documentElement\.dataset;|addEventListener\('pageshow',|\(globalThis\["TURBOPACK"\])/
  for (const element of document.querySelectorAll('*')) {
    const name = element.localName
    if (name === 'next-route-announcer') continue
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^srcdoc$|^style$|^ping$/i.test(attribute)) found.push(`${name} ${attribute}=${value}`)
      if (/^(href|src|action|formaction|poster|data|xlink:href)$/.test(attribute)) {
        const { protocol } = new URL(value, origin)
        if (!['http:', 'https:', 'mailto:', 'data:'].includes(protocol)) found.push(`${name} ${value}`)
      }
    }
    if (/^(iframe|object|embed|base|applet|foreignobject|use|math)$/i.test(name)) found.push(name)
    if (/^(img|source|track|video|link|script)$/.test(name)) {
      const address =
        element.getAttribute('src') ??
        (/icon|style|load/.test(element.getAttribute('rel') ?? '') ? element.getAttribute('href') : null)
      if (address && !/^data:/.test(address) && new URL(address, origin).origin !== origin)
        found.push(`${name} ${address}`)
      if (element.getAttribute('src') === 'x') found.push(`${name} x`)
    }
    if (
      name === 'script' &&
      !element.hasAttribute('src') &&
      !inline.test(element.textContent ?? '') &&
      element.getAttribute('type') !== 'application/ld+json'
    )
      found.push(`script ${element.textContent}`)
  }
  return found
}

/** All text of a page, including the values of its attributes. */
const readAllText = () =>
  [...document.querySelectorAll('*')]
    .flatMap((element) => [...element.attributes].map(({ value }) => value))
    .concat(document.documentElement.textContent ?? '')
    .join('\n')

/** Records the scripts that run in a page without a CSP, and its requests to other hosts. */
async function watchPage(page: Page) {
  const faults: string[] = []
  await page.exposeFunction('run', (place: unknown) => faults.push(`ran ${place}`))
  await page.route(
    (url) => url.origin !== base,
    (route) => {
      faults.push(`asked ${route.request().url()}`)
      return route.abort()
    },
  )
  return faults
}

test.describe('in a browser without a CSP', () => {
  test.use({ bypassCSP: true })

  test('P1: hostile values are plain text on every page, in its head and in its structured data', async ({
    page,
  }) => {
    const faults = await watchPage(page)
    const all: string[] = []
    const asked = new Set([
      '/',
      '/evil',
      '/evil/lite',
      '/lite',
      '/feeds',
      '/saved',
      '/offline',
      '/search?q=evil',
      '/none',
    ])
    const token = createHmac('sha256', secret).update(`preview\ndraft\nzzzzzz`).digest('base64url')
    asked.add(`/preview/draft/zzzzzz.${token}`)
    for (const path of ['/search?q=', '/none-', '/tag/'])
      asked.add(
        path + encodeURIComponent('"><img src=x onerror=run("address")><script>run("address")</script>'),
      )
    const documents = /\.(png|svg|md|txt|xml|json|webmanifest|woff2|ico|jpg|js)$/
    for (const path of asked) {
      const answer = await page.goto(base + path, { waitUntil: 'load' })
      expect(answer?.status(), path).toBeLessThan(500)
      if (!answer?.headers()['content-type']?.startsWith('text/html')) continue
      const found = await page.evaluate(findForeignElements, base)
      for (const json of await page.locator('script[type="application/ld+json"]').allTextContents())
        JSON.parse(json)
      all.push(await page.evaluate(readAllText))
      expect({ path, found, faults }).toEqual({ path, found: [], faults: [] })
      const links = await page
        .locator('a[href], link[href]')
        .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).href))
      for (const link of links) {
        const { origin, pathname, search } = new URL(link)
        if (origin === base && !documents.test(pathname) && !pathname.startsWith('/_next/'))
          asked.add(pathname + search)
      }
      expect(asked.size).toBeLessThan(200)
    }
    expect(asked.size).toBeGreaterThan(30)
    // Each value must have appeared literally; otherwise the checks above would prove nothing.
    const whole = all.join('\n')
    const unseen = [...places].filter(
      (place) => !new RegExp(`${place}(?: <|"')[^]*?onerror=run\\("${place}"\\)>`).test(whole),
    )
    expect(unseen).toEqual([])
    console.log(`${asked.size} pages, ${places.size} values`)
  })

  test('P1: nor do they run where the site’s scripts show them: suggestions, saved stories', async ({
    page,
  }) => {
    const faults = await watchPage(page)
    await page.goto(`${base}/evil`)
    await expect(page.locator('h1')).toHaveText(story.title.replace(/\s+/g, ' '))
    await page.locator('[data-save]').click()
    await page.locator('input[name=q]').first().fill('title script')
    await expect(page.locator('datalist option')).not.toHaveCount(0)
    await page.goto(`${base}/saved`)
    await expect(page.locator('.saved-list .teaser-title').first()).toHaveText(
      story.title.replace(/\s+/g, ' '),
    )
    expect(await page.evaluate(findForeignElements, base)).toEqual([])
    expect(faults).toEqual([])
  })
})

/** The elements of a feed or sitemap with their texts. Throws if it is not well-formed. */
function elementsOf(xml: string) {
  const found: { name: string; text: string }[] = []
  const open: typeof found = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => open.push({ name, text: '' }))
  const add = (text: string) => {
    const last = open.at(-1)
    if (last) last.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => found.push(...open.splice(-1)))
  parser.write(xml).close()
  return found
}

const lists = async () => {
  const maps = elementsOf((await fetched('/sitemap.xml')).text).filter(({ name }) => name === 'loc')
  const all = await Promise.all(
    maps.map(async ({ text }) => elementsOf((await fetched(new URL(text).pathname)).text)),
  )
  const paths = all
    .flat()
    .filter(({ name }) => name === 'loc')
    .map(({ text }) => new URL(text).pathname)
  return ['', ...paths.filter((path) => /^\/(category|author|tag)\//.test(path)), '/corrections']
}

test('P1, P10: feeds and sitemaps contain hostile values as text, and only sanitised bodies', async ({
  page,
}) => {
  const bodies: string[] = []
  let titles = 0
  for (const list of await lists()) {
    for (const file of ['feed.xml', 'atom.xml']) {
      const { status, headers, text } = await fetched(`${list}/${file}`)
      expect(status, `${list}/${file}`).toBe(200)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      for (const { name, text: value } of elementsOf(text)) {
        if (name === 'title' && value === story.title) titles++
        if (/^(content:encoded|content)$/.test(name)) bodies.push(value)
      }
    }
    const json = JSON.parse((await fetched(`${list}/feed.json`)).text)
    for (const { title, content_html } of json.items) {
      if (title === story.title) titles++
      bodies.push(content_html)
    }
  }
  expect(titles).toBeGreaterThan(10)
  elementsOf((await fetched('/news-sitemap.xml')).text)
  // As a feed reader does: inserted into the page of another site.
  await page.goto('about:blank')
  const own = { ...rules, base }
  expect(bodies.length).toBeGreaterThan(20)
  for (const body of new Set(bodies)) {
    await page.evaluate((html) => {
      document.body.innerHTML = html
    }, body)
    expect({ body, found: await page.evaluate(dangersOf, own) }).toEqual({ body, found: [] })
  }
})

test.describe('a feed opened in a browser without a CSP', () => {
  test.use({ bypassCSP: true })
  test('P1: runs nothing', async ({ page }) => {
    const faults = await watchPage(page)
    for (const list of await lists()) {
      for (const file of ['feed.xml', 'atom.xml']) {
        await page.goto(`${base}${list}/${file}`)
        expect(await page.evaluate(findForeignElements, base)).toEqual([])
      }
    }
    expect(faults).toEqual([])
  })
})

test('P1: the Markdown edition has the exact values in its front matter, and no HTML in the text', async () => {
  for (const path of ['/evil.md', '/picture.md', '/about.md']) {
    const { headers, text } = await fetched(path)
    expect(headers.get('content-type')).toMatch(/^text\/markdown/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
    const keys = parse(head)
    const known =
      /^(title|description|url|publication|authors|contributors|published|updated|type|dateline|series|categories|tags|image|language)$/
    expect(Object.keys(keys).filter((key) => !known.test(key))).toEqual([])
    if (path === '/evil.md') expect(keys.title).toBe(story.title)
    const html: string[] = []
    const links: string[] = []
    visit(fromMarkdown(body), (node) => {
      if (node.type === 'html') html.push(node.value)
      if (node.type === 'link' || node.type === 'image' || node.type === 'definition') links.push(node.url)
    })
    expect({ path, html }).toEqual({ path, html: [] })
    expect(links.filter((link) => !/^($|https?:\/\/|mailto:|#)/.test(link))).toEqual([])
  }
})

test('P1: llms.txt has exactly one line per story, whatever its title', async () => {
  const { headers, text } = await fetched('/llms.txt')
  expect(headers.get('content-type')).toMatch(/^text\/plain/)
  expect(
    text
      .split('\n')
      .filter(
        (line) => !/^($|# |> |## |- \[.*\]\(http:\/\/localhost:\d+\/[\w./-]*\)|[A-Z][^<]*$)/.test(line),
      ),
  ).toEqual([])
})

test('P1: suggestions are JSON that no browser renders as a page', async () => {
  const { headers, text } = await fetched('/search/suggest?q=title%20script')
  expect(headers.get('content-type')).toMatch(/^application\/x-suggestions\+json/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(JSON.parse(text)[1]).toContain(story.title)
})

test('P1, P8: share cards are drawn from hostile titles and pictures without contacting any host', async () => {
  for (const slug of ['evil', 'picture', 'about']) {
    for (const [ratio, height] of Object.entries({ card: 630, '1x1': 1200, '4x3': 900, '16x9': 675 })) {
      const answer = await fetch(`${base}/og/${slug}/${ratio}.png`)
      expect(answer.headers.get('content-type')).toBe('image/png')
      const { format, width, height: drawn } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
      expect({ format, width, drawn }).toEqual({ format: 'png', width: 1200, drawn: height })
    }
  }
})

test('P1: an SVG opened by itself runs nothing under the CSP it is sent with', async ({ page }) => {
  const faults = await watchPage(page)
  await page.goto(`${base}/assets/images/evil.svg`)
  await page.waitForTimeout(300)
  expect(faults).toEqual([])
})

test('P1: the output of sync and check contains no control sequences, not even from file names', async () => {
  const odd = [
    'posts/2026-02-04-\u001b[2J\u009bx.md',
    'posts/\u202eevil.md.txt',
    'authors/\u001b]0;x\u0007.md',
  ]
  for (const name of odd) writeFileSync(join(folder, name), `---\ntitle: x\n---\n`)
  try {
    const [checked, synced] = [command('check:posts'), command('sync')]
    expect(checked.stdout.length).toBeGreaterThan(10_000)
    for (const said of [checked.stdout, checked.stderr, synced.stdout, synced.stderr])
      expect(said.split('\n').filter((line) => /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(line))).toEqual([])
  } finally {
    for (const name of odd) rmSync(join(folder, name))
  }
})
