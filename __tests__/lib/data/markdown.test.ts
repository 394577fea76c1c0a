import { splitFrontMatter } from '@/lib/content/front-matter'
import { getBodyHtml } from '@/lib/data/body-html'
import { getPostMarkdown } from '@/lib/data/markdown'
import { leaveSite, openWholeSite } from './site'

afterAll(leaveSite)

/** Footnotes are numbered by whoever shows the Markdown. */
const numbers = /<a [^>]*data-footnote-(ref|backref)[^>]*>.*?<\/a>|<h2[^>]*footnote-label.*?<\/h2>/g
const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
}

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

test('every story is there as Markdown: all its words, and nothing that is not plain Markdown', async () => {
  const slugs = await openWholeSite()
  expect(slugs.length).toBeGreaterThan(10)
  for (const slug of slugs) {
    const text = (await getPostMarkdown(slug))?.text ?? ''
    const { value } = splitFrontMatter({ path: 'posts/a.md', bytes: new TextEncoder().encode(text) })
    const html = ((await getBodyHtml(slug)) ?? '').replace(numbers, '').replace(/<[^>]+>/g, ' ')
    const shown = html.replace(/&[\w#]+;/g, (entity) => entities[entity] ?? entity)
    const known = new Set(wordsOf(value?.body ?? ''))
    expect({ slug, missing: wordsOf(shown).filter((word) => !known.has(word)) }).toEqual({
      slug,
      missing: [],
    })
    const prose = (value?.body ?? '').replace(/```[\s\S]*?```|`[^`]*`|\\</g, '')
    expect(prose).not.toMatch(/<(?!\/?su[bp]>|https?:)/)
  }
}, 60_000)
