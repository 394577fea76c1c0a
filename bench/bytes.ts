/** S6 and S7: what a reader is sent, compressed. Script above an empty app of Next; style; HTML; every page of the lite edition. */
import { gzipSync } from 'node:zlib'
import type { Figure } from './figure'

const packed = async (url: string) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length
const sizes = async (urls: string[]) =>
  (await Promise.all(urls.map(packed))).reduce((sum, bytes) => sum + bytes, 0)

async function partsOf(origin: string, path: string) {
  const html = await (await fetch(origin + path)).text()
  const unique = (pattern: RegExp) =>
    [...new Set([...html.matchAll(pattern)].map(([, src]) => src ?? ''))].map(
      (src) => new URL(src, origin).href,
    )
  return {
    html: gzipSync(html).length,
    script: await sizes(unique(/<script[^>]* src="([^"]+)"/g)),
    style: await sizes(unique(/<link rel="stylesheet" href="([^"]+)"/g)),
  }
}

export async function bytes(origin: string, empty: string, article: string): Promise<Figure[]> {
  const next = await partsOf(empty, '/empty')
  const kb = (value: number) => value / 1024
  const figures: Figure[] = []
  for (const path of ['/', article, '/category/news', '/search', '/archive']) {
    const { html, script, style } = await partsOf(origin, path)
    const page = path === article ? 'an article' : path
    figures.push({
      ...{ goal: 'S6', what: `script of ${page} above an empty Next page`, unit: 'KB' },
      ...{ value: kb(script - next.script), asked: { of: 'value', most: 5 } },
    })
    if (path !== article) continue
    figures.push(
      { goal: 'S6', what: 'script of an empty Next page', value: kb(next.script), unit: 'KB' },
      { goal: 'S6', what: 'style', value: kb(style), unit: 'KB', asked: { of: 'value', most: 12 } },
      {
        goal: 'S6',
        what: 'HTML of an article',
        value: kb(html),
        unit: 'KB',
        asked: { of: 'value', most: 14 },
      },
    )
  }
  const map = await (await fetch(`${origin}/sitemap/1.xml`)).text()
  const stories = [...map.matchAll(/<loc>https?:\/\/[^/]+\/([a-z0-9-]+)<\/loc>/g)].map(([, slug]) => slug)
  let largest = 0
  for (const slug of stories) {
    const answer = await fetch(`${origin}/${slug}/lite`)
    if (answer.ok) largest = Math.max(largest, gzipSync(await answer.text()).length)
  }
  figures.push({
    ...{ goal: 'S7', what: `lite edition, the largest of ${stories.length}`, unit: 'KB' },
    ...{ value: kb(largest), asked: { of: 'value', most: 14 } },
  })
  return figures
}
