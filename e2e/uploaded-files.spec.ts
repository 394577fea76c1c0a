import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import fc from 'fast-check'
import { hostileDrawing } from '../__tests__/lib/public-files/hostile-drawings'
import { svgFault } from '../lib/public-files/svg'
import { builtSite, sync } from './built-site'
import { hasNginx, serveThroughNginx } from './nginx'
import { rawRequest } from './raw-request'
import { serve } from './scratch-site'

/**
 * Hostile files in public/ that got past the check and the sync, each opened by every spelling of its address. This is the second line:
 * __tests__/lib/public-files holds the first.
 */
test.describe.configure({ mode: 'serial' })

const port = Number(process.env.E2E_PORT ?? 3210) + 21
const script = `document.title='ran';document.cookie='ran=1;path=/';new Image().src='/canary'`
const html = `<!doctype html><html><head><title>evil canary-text</title></head><body onload="${script}"><script>${script}</script></body></html>`
const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/2000/svg" width="9" height="9" onload="${script}"><title>canary-text</title><script>${script}</script><x:script>${script}</x:script><foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="${script}"/><iframe srcdoc="&lt;script>${script}&lt;/script>"></iframe></body></foreignObject></svg>`
const xhtml = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>canary-text</title><script>${script}</script></head><body/></html>`
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(svg, 'utf16le')])

const hostile: Record<string, string | Buffer> = {
  'assets/images/evil.svg': svg,
  'assets/images/wide.svg': utf16,
  'assets/images/b ü@2x.svg': svg,
  'evil.svg': svg,
  'evil.html': html,
  'evil.htm': html,
  'evil.xhtml': xhtml,
  'evil.xht': xhtml,
  'evil.xml': svg,
  'evil.shtml': html,
  'evil.svgz': svg,
  'evil.mathml': xhtml,
  'evil.js': script,
  evil: html,
  'evil.HTML': html,
  'evil.svg.html': html,
  '.evil.html': html,
  '.hidden/evil.html': html,
  'deep/er/evil.html': html,
  'assets/evil.html': html,
  'assets/evil.xhtml': xhtml,
  'evil;x.html': html,
  'evil%41.html': html,
  'evil.txt': html,
  'evil.csv': html,
  'evil.json': html,
  'evil.png': html,
  'evil.mp4': html,
  'evil.pdf': html,
  'evil.vtt': html,
  'evil.webmanifest': html,
  'evil.zip': html,
}

/** 0.2 s of silence. */
function wav(): Buffer {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + 1600, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(1600, 40)
  return Buffer.concat([head, Buffer.alloc(1600, 128)])
}

let folder = ''
const bases: Record<string, string> = {}
const stops: (() => unknown)[] = []

test.beforeAll(async () => {
  folder = builtSite('uploaded-files')
  await sync(folder)
  const put = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, 'public', path)), { recursive: true })
    writeFileSync(join(folder, 'public', path), content)
  }
  for (const [path, content] of Object.entries(hostile)) put(path, content)
  put('assets/tone.wav', wav())
  put(
    'assets/good.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"><rect width="16" height="9"/></svg>',
  )
  put('assets/paper.pdf', '%PDF-1.4\n%%EOF\n')
  symlinkSync('../package.json', join(folder, 'public/secret.json'))
  symlinkSync('images/evil.svg', join(folder, 'public/assets/link.svg'))
  const server = await serve(folder, ['npx', 'next', 'start', '-p', `${port}`], port)
  stops.push(server.stop)
  bases.directly = server.url
  if (hasNginx) {
    const nginx = serveThroughNginx(port + 1, port)
    stops.unshift(nginx.stop)
    bases['through nginx'] = nginx.url
  }
  // And one that comes while the server runs.
  put('assets/late.svg', svg)
  put('late.html', html)
})
test.afterAll(async () => {
  for (const stop of stops) await stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The address of a file in every spelling that a browser, a proxy or a server may take for it. */
function spellings(path: string): string[] {
  const plain = `/${path.split('/').map(encodeURIComponent).join('/')}`
  const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16)}`
  const last = plain.lastIndexOf('/') + 1
  const spelled = [
    plain,
    `/${path}`,
    `${plain}/`,
    `${plain}?x=1`,
    `${plain}?_rsc=1`,
    `${plain};x`,
    `${plain}%3Bx`,
    `${plain}%00`,
    `${plain}%20`,
    `${plain}.`,
    `${plain}::$DATA`,
    `/.${plain}`,
    `/x/..${plain}`,
    `/%2e${plain}`,
    `/x/%2e%2e${plain}`,
    `/${plain}`,
    plain.replace(/\//g, '//'),
    plain.replace(/\//g, '\\'),
    `/${plain.slice(1).replaceAll('/', '%2F')}`,
    `/${plain.slice(1).replaceAll('/', '%2f')}`,
    `/%2F${plain.slice(1)}`,
    plain.toUpperCase(),
    plain.toLowerCase(),
    plain.replace(/[a-z](?=[^%]*$)/g, percent),
    plain.replace('.', '%2e'),
    plain.replace('.', '%2E'),
    plain.replaceAll('.', '%252e'),
    `/${percent(plain[1] ?? '')}${plain.slice(2)}`,
    `/%25${percent(plain[1] ?? '').slice(1)}${plain.slice(2)}`,
    `${plain.slice(0, last)}${percent(plain[last] ?? '')}${plain.slice(last + 1)}`,
    `/_next/static/../..${plain}`,
    `/_next/static/..%2f..${plain}`,
    `/public${plain}`,
    `/_next/image?url=${encodeURIComponent(plain)}&w=640&q=75`,
  ]
  return [...new Set(spelled)]
}

/** Whether an answer that brings the file lets anything in it run. */
function mayRun({ headers, body }: { headers: Headers; body: string }): boolean {
  if (!body.replaceAll('\0', '').includes('canary')) return false
  const policy = headers.get('content-security-policy') ?? ''
  const isClosed = /default-src 'none'/.test(policy) && !/script-src/.test(policy)
  const isNoDocument = /^(application\/pdf|video|audio|image\/png)/.test(headers.get('content-type') ?? '')
  return (
    headers.get('x-content-type-options') !== 'nosniff' ||
    !isClosed ||
    !(/sandbox/.test(policy) || isNoDocument)
  )
}

const ways = ['directly', ...(hasNginx ? ['through nginx'] : [])]
const all = [...Object.keys(hostile), 'assets/late.svg', 'late.html', 'assets/link.svg']

async function watched(page: Page) {
  const seen: string[] = []
  page.on('request', (request) => request.url().endsWith('/canary') && seen.push('canary'))
  page.on('dialog', (dialog) => dialog.dismiss())
  return seen
}

for (const way of ways) {
  test(`P17: no file of public/ runs in a browser, by whatever spelling of its address, ${way}`, async ({
    page,
    context,
  }) => {
    const seen = await watched(page)
    for (const path of all)
      for (const address of spellings(path)) {
        // The page for what is not there is no file. It is the other spellings that lead to one.
        const { body, status } = await rawRequest(bases[way], address)
        if (status !== 308 && !body.replaceAll('\0', '').includes('canary') && address !== `/${path}`)
          continue
        // A download is no page, and ends goto with an error.
        await page.goto(bases[way] + address, { waitUntil: 'load' }).catch(() => undefined)
        const title = await page.title().catch(() => '')
        const cookies = (await context.cookies()).map(({ name }) => name)
        expect({ address, seen, cookies, title }).toEqual({
          address,
          seen: [],
          cookies: [],
          title: expect.not.stringMatching(/^ran$/),
        })
      }
  })

  test(`P17: each answer with such a file in it forbids scripts, sent as bytes that no browser sends, ${way}`, async () => {
    const wrong: string[] = []
    let served = 0
    for (const path of all)
      for (const address of spellings(path)) {
        const answer = await rawRequest(bases[way], address)
        if (answer.body.replaceAll('\0', '').includes('canary')) served += 1
        if (mayRun(answer))
          wrong.push(`${address} ${answer.status} ${answer.headers.get('content-security-policy')}`)
      }
    expect(wrong).toEqual([])
    // Those with an ending that may be there, such as evil.svg, are served, in a sandbox.
    expect(served).toBeGreaterThan(5)
    for (const path of all.filter((path) =>
      /\.(x?html?|HTML|xht|xml|shtml|js|svgz|mathml)$|(^|\/)[^.]+$|^\./.test(path),
    ))
      expect(`${path} ${(await rawRequest(bases[way], `/${encodeURI(path)}`)).body}`).not.toContain('canary')
  })

  test(`P17: nor does any mixture of encodings lead to one with the policy of pages, ${way}`, async () => {
    const letter = (text: string) =>
      fc.constantFrom(
        text,
        text,
        text,
        text.toUpperCase(),
        `%${text.charCodeAt(0).toString(16)}`,
        `%25${text.charCodeAt(0).toString(16)}`,
      )
    const joint = fc.constantFrom('/', '/', '/', '//', '/./', '/x/../', '%2f', '\\', '/%2e/')
    const spelling = (path: string) =>
      fc
        .tuple(...[...`/${path}`].map((text) => (text === '/' ? joint : letter(text))))
        .map((parts) => parts.join(''))
    const hostilePaths = fc
      .constantFrom('assets/images/evil.svg', 'evil.svg', 'evil.html', 'assets/evil.xhtml')
      .chain(spelling)
    await fc.assert(
      fc.asyncProperty(hostilePaths, async (address) => {
        const answer = await rawRequest(bases[way], address)
        expect({ address, mayRun: mayRun(answer) }).toEqual({ address, mayRun: false })
        expect(answer.headers.get('location') ?? '/').toMatch(/^\/(?![/\\])/)
      }),
      { numRuns: Number(process.env.FUZZ ?? 1) * 300 },
    )
  })
}

test('P17: a link shows nothing of what it leads to', async () => {
  for (const way of ways)
    for (const address of [...spellings('secret.json'), ...spellings('assets/link.svg')])
      expect((await rawRequest(bases[way], address)).body).not.toMatch(/"devDependencies"|canary/)
})

test('P17: each file has one address; other spellings are read as that one, lead to it or are refused', async () => {
  for (const [address, status, location] of [
    ['/%61ssets/good.svg', 200, null],
    ['/assets/good%2Esvg', 200, null],
    ['/assets/good.svg/', 308, '/assets/good.svg'],
    ['/assets%2Fgood.svg', 400, null],
  ] as const) {
    const answer = await rawRequest(bases.directly, address)
    const seen = { address, status: answer.status, location: answer.headers.get('location') }
    expect(seen).toEqual({ address, status, location })
    expect(mayRun(answer), address).toBe(false)
  }
})

test('a part of a file that lies behind its end is a 416', async () => {
  const part = (range: string) =>
    rawRequest(bases.directly, '/assets/good.svg', { headers: { Range: range } })
  expect((await part('bytes=0-9')).status).toBe(206)
  expect((await part('bytes=99999999-')).status).toBe(416)
})

test('P17: harmless files are shown: a drawing in a page, a sound by itself, a PDF outside a sandbox', async ({
  page,
}) => {
  await page.goto(`${bases.directly}/about`)
  const width = await page.evaluate(async () => {
    const image = new Image()
    image.src = '/assets/good.svg'
    await image.decode()
    return image.naturalWidth
  })
  expect(width).toBe(16)
  const pdf = await page.request.get(`${bases.directly}/assets/paper.pdf`)
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect(pdf.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(pdf.headers()['content-security-policy']).not.toContain('sandbox')
  await page.goto(`${bases.directly}/assets/tone.wav`)
  await expect
    .poll(() =>
      page.evaluate(() => document.querySelector<HTMLMediaElement>('audio, video')?.readyState ?? -1),
    )
    .toBeGreaterThan(0)
})

test('P17: pages keep the policy of pages, also those for what is not there; what is no page has the sandbox', async () => {
  const policyOf = async (path: string) => {
    const { headers } = await rawRequest(bases.directly, path)
    return headers.get('content-security-policy') ?? ''
  }
  for (const path of [
    '/',
    '/about',
    '/none',
    '/none/at-all',
    '/2019/03/none.html',
    '/none.php',
    '/caf%C3%A9',
    '/archive',
    '/search?q=x',
  ])
    expect(`${path} ${await policyOf(path)}`).toMatch(
      / default-src 'self'; script-src 'self' 'unsafe-inline'/,
    )
  for (const path of [
    '/favicon.ico',
    '/logo.svg',
    '/assets/none',
    '/%61ssets/none.svg',
    '/ASSETS/x',
    '/api/none',
    '/x/%E0%A4%A',
    '//x',
    '/_next/static/none.js',
  ])
    expect(`${path} ${await policyOf(path)}`).toMatch(/ default-src 'none'.*sandbox/)
  // Nobody gets the policy of pages for a file by saying so.
  const { headers } = await rawRequest(bases.directly, '/evil.svg', {
    headers: { 'X-Copydesk-Names-No-File': '1' },
  })
  expect(headers.get('content-security-policy')).toContain('sandbox')
})

test.describe('drawings that pass the check, in a browser without a policy', () => {
  test.use({ bypassCSP: true })
  test('P17: hold what was judged, run nothing and ask nobody', async ({ page }) => {
    const drawings = fc
      .sample(hostileDrawing, {
        numRuns: Number(process.env.FUZZ ?? 1) * 4000,
        seed: Number(process.env.SEED ?? Date.now()),
      })
      .filter((drawing) => !svgFault(Buffer.from(drawing)))
    const distinct = [...new Set(drawings)].slice(0, Number(process.env.FUZZ ?? 1) * 300)
    expect(distinct.length).toBeGreaterThan(50)
    const asked: string[] = []
    let current = ''
    await page.route('**', (route) => {
      const url = route.request().url()
      if (url === 'http://drawing.test/x.svg')
        return route.fulfill({ contentType: 'image/svg+xml', body: current })
      asked.push(url)
      return route.abort()
    })
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      return dialog.dismiss()
    })
    for (current of distinct) {
      await page.goto('http://drawing.test/x.svg')
      const found = await page.evaluate(() => {
        const isOdd = ({ namespaceURI, localName, attributes }: Element) =>
          namespaceURI !== 'http://www.w3.org/2000/svg' ||
          /^(script|foreignobject|iframe)$/i.test(localName) ||
          [...attributes].some(
            (one) =>
              /^on/i.test(one.localName) ||
              (one.localName === 'href' && localName !== 'a' && !/^(#|data:image)/.test(one.value)),
          )
        for (const link of document.querySelectorAll('a'))
          link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: false }))
        const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])
        return {
          odd: [...document.querySelectorAll('*')].filter(isOdd).map(({ outerHTML }) => outerHTML),
          imports: rules.filter((rule) => rule instanceof CSSImportRule).map(({ cssText }) => cssText),
          error: document.querySelector('parsererror')?.textContent ?? null,
        }
      })
      expect({ current, asked, ...found }).toEqual({ current, asked: [], odd: [], imports: [], error: null })
    }
  })
})
