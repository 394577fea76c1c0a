import { gzipSync } from 'node:zlib'
import type { Page, Request, Response } from '@playwright/test'

/** Measures what a page makes the browser load: gzipped bytes by kind, the number of requests, and URLs on other hosts (`elsewhere`). */
export async function measurePage(page: Page, address: string) {
  const loaded: Promise<[kind: string, bytes: number]>[] = []
  const elsewhere: string[] = []
  let site = ''
  // Requests, not responses: otherwise a host that does not exist or is blocked by the CSP would go unnoticed.
  const onRequest = (request: Request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol === 'data:') return
    site ||= origin
    if (origin !== site) elsewhere.push(request.url())
  }
  const onResponse = (response: Response) => {
    if (response.url().startsWith('data:')) return
    const kind = response.request().resourceType()
    // A response without a body, such as 304, counts as 0 bytes.
    const bytes = response.body().then(
      (body) => gzipSync(body).length,
      () => 0,
    )
    loaded.push(bytes.then((size) => [kind, size]))
  }
  page.on('request', onRequest)
  page.on('response', onResponse)
  await page.goto(address, { waitUntil: 'networkidle' })
  page.off('request', onRequest)
  page.off('response', onResponse)
  const weights = await Promise.all(loaded)
  const of = (wanted: string) => weights.reduce((sum, [kind, size]) => sum + (kind === wanted ? size : 0), 0)
  return {
    html: of('document'),
    style: of('stylesheet'),
    script: of('script'),
    font: of('font'),
    requests: weights.length,
    elsewhere,
  }
}
