import { expect, test } from '@playwright/test'
import { litePageKinds, pageKinds } from './pages'

test.use({ serviceWorkers: 'allow' })

for (const [kind, address] of Object.entries({ ...pageKinds, ...litePageKinds })) {
  test(`P8, P9: ${kind} contacts no other host and violates no rule of its own CSP`, async ({
    page,
    baseURL,
  }) => {
    const elsewhere: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.protocol !== 'data:' && url.origin !== baseURL) elsewhere.push(request.url())
    })
    page.on('response', (response) => {
      if (response.status() >= 400 && response.url() !== baseURL + address) complaints.push(response.url())
    })
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 404/.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(address, { waitUntil: 'networkidle' })
    expect(elsewhere).toEqual([])
    expect(complaints).toEqual([])
  })
}

test('P1: a file opened by itself runs nothing, whatever its content and name', async ({ request }) => {
  const policyOf = async (path: string) => (await request.get(path)).headers()['content-security-policy']
  const endings = 'SVG html htm shtml xhtml xht xml xsl xslt rdf svgz mathml atom js bin'.split(' ')
  for (const path of [
    '/assets/images/gpt-4.svg',
    '/assets/a/b/page.html',
    '/assets/page',
    ...endings.map((ending) => `/assets/no-such.${ending}`),
  ]) {
    const policy = await policyOf(path)
    expect({ path, policy }).toEqual({
      path,
      policy: expect.stringMatching(/^default-src 'none'.*; sandbox$/),
    })
  }
  expect(await policyOf('/assets/no-such.pdf')).not.toContain('sandbox')
})
