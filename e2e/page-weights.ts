import { gzipSync } from 'node:zlib'
import type { Page, Request, Response } from '@playwright/test'

/** What a page makes the browser load, in bytes after gzip and by kind, and whom it asks besides the site. */
export async function weigh(page: Page, address: string) {
  const loaded: Promise<[kind: string, bytes: number]>[] = []
  const elsewhere: string[] = []
  let site = ''
  // Asked, not answered: a host that is not there, or that the policy keeps from being asked, would go unnoticed.
  const onRequest = (request: Request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol === 'data:') return
    site ||= origin
    if (origin !== site) elsewhere.push(request.url())
  }
  const onResponse = (response: Response) => {
    if (response.url().startsWith('data:')) return
    const kind = response.request().resourceType()
    // An answer without a body, such as 304, has nothing to weigh.
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
