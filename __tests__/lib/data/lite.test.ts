import { gzipSync } from 'node:zlib'
import { getLiteFront, getLitePost } from '@/lib/data/lite'
import { contentSecurityPolicy, style } from '@/lib/editions/lite/style'
import { origin } from '../feeds/fixture'
import { leaveSite, openWholeSite } from './site'

/** S7: what a reader gets in all, compressed as servers do it. */
const most = 14 * 1024

let slugs: string[] = []
beforeAll(async () => {
  slugs = await openWholeSite()
})
afterAll(leaveSite)

test('every story in the lite edition: at most 14 KB, nothing to load, nothing to run', async () => {
  expect(slugs.length).toBeGreaterThan(10)
  for (const slug of slugs) {
    const text = (await getLitePost(slug))?.text ?? ''
    const size = gzipSync(text).length
    expect({ slug, size, fits: size <= most }).toEqual({ slug, size, fits: true })
    expect(text.replace(`<style>${style}</style>`, '')).not.toMatch(
      /<(script|img|style|iframe|video|audio|object|form|button|source)\b|\s(src|srcset|style|on\w+|background|poster)=|url\(|@import|javascript:/i,
    )
    expect(text.match(/<link [^>]*>/g)).toEqual([`<link rel="canonical" href="${origin}/${slug}"/>`])
    expect(text).toContain('<meta name="robots" content="noindex, follow"/>')
    expect(text).toContain(`<a href="/${slug}">`)
    expect(text.match(/<h1>/g)).toHaveLength(1)
  }
}, 60_000)

test('the front in the lite edition: at most 14 KB, every story once, each in the lite edition', async () => {
  const { text } = await getLiteFront()
  expect(gzipSync(text).length).toBeLessThanOrEqual(most)
  expect(text).not.toMatch(/<(script|img)\b|\ssrc=/)
  const links = Array.from(text.matchAll(/href="(\/[^"]+\/lite)"/g), ([, href]) => href)
  expect(links.length).toBeGreaterThan(5)
  expect(new Set(links).size).toBe(links.length)
  expect(text).toContain(`<link rel="canonical" href="${origin}"/>`)
})

test('the policy closes everything but the one style sheet', () => {
  expect(contentSecurityPolicy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; /)
  expect(contentSecurityPolicy).not.toMatch(/unsafe|self|https?:/)
})
