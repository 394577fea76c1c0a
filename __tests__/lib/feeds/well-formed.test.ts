import fc from 'fast-check'
import { writeAtom } from '@/lib/feeds/atom'
import type { Feed } from '@/lib/feeds/feed'
import { writeJsonFeed } from '@/lib/feeds/json-feed'
import { writeNewsSitemap } from '@/lib/feeds/news-sitemap'
import { writeRss } from '@/lib/feeds/rss'
import { toSitemapPages, writeSitemapPart } from '@/lib/feeds/sitemap'
import { postGraph, serializeJsonLd } from '@/lib/metadata/json-ld'
import { andre, gpt4, readXml } from './fixture'

// Any string of UTF-16 units, and the pieces that break feeds most often.
const unit = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  maxLength: 20,
})
const spiteful = fc.constantFrom(
  ']]>',
  '<![CDATA[',
  '&',
  '&amp;',
  '&nbsp;',
  '&#0;',
  '&#x1;',
  '&#xD800;',
  '<',
  '</title>',
  '<!--',
  '-->',
  '<?xml?>',
  '"',
  "'",
  '\u0000',
  '\u0008',
  '\u000b',
  '\u001b',
  '\u007f',
  '\u0085',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '\u2028',
  '😀',
  '𝔘',
  '\u{10ffff}',
  '</script>',
  '<p>',
  '<b a=1 b>',
  '<img src="/x" srcset="/a,b 1x,/c 2x">',
  '<a href="javascript:x">',
  '<svg:a xml:b="">',
  '<a"b=1>',
  '<a href="http://[">',
)
const text = fc.array(fc.oneof(unit, spiteful), { maxLength: 12 }).map((parts) => parts.join(''))

const anything = fc.record({
  title: text,
  description: text,
  name: text,
  html: text,
  alt: text,
  credit: text,
  term: text,
})

function feedOf({
  title,
  description,
  name,
  html,
  alt,
  credit,
  term,
}: typeof anything extends fc.Arbitrary<infer T> ? T : never): Feed {
  const post = {
    ...gpt4,
    ...{ title, description, dateline: term, contributors: [{ name }], tags: [{ slug: 'x', name: term }] },
    image: { src: '/assets/x.svg', alt, credit, caption: alt, focalPoint: { x: 0.5, y: 0.5 } },
  }
  const entries = [{ post, authors: [{ ...andre, name }], html }]
  return { title, description, path: '/feed.xml', homePath: '/', updated: gpt4.published, items: entries }
}

const forbidden = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Cs}/u

test('P10: the parser that judges is strict', () => {
  for (const bad of ['\u0001', '\ud800', '\uffff', ']]>', '&nbsp;', '<p>'])
    expect(() => readXml(`<a>${bad}</a>`)).toThrow()
})

test.each([
  ['RSS', writeRss],
  ['Atom', writeAtom],
])('P10: %s is well-formed for any title, name and body', (_, write) => {
  fc.assert(
    fc.property(anything, (words) => {
      const xml = write(feedOf(words))
      readXml(xml)
      expect(xml).not.toMatch(forbidden)
    }),
    { numRuns: 1500 },
  )
})

test('P10: the JSON feed is JSON without half characters for any title, name and body', () => {
  fc.assert(
    fc.property(anything, (words) => {
      const read = JSON.parse(writeJsonFeed(feedOf(words)))
      expect(JSON.stringify(read)).not.toMatch(/\\ud[89a-f]/i)
    }),
    { numRuns: 800 },
  )
})

test('P10: a title without forbidden characters comes out of a reader as it was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (written) => {
      const feed = feedOf({
        title: written,
        description: '',
        name: '',
        html: '',
        alt: '',
        credit: '',
        term: '',
      })
      const titles = readXml(writeRss(feed)).filter(({ name }) => name === 'title')
      expect(titles.map(({ text }) => text)).toContain(written.replace(/\r\n?/g, '\n'))
    }),
  )
})

test('P10: the sitemaps are well-formed for any title', () => {
  fc.assert(
    fc.property(text, (title) => {
      readXml(writeNewsSitemap([{ ...gpt4, title }], Date.parse(gpt4.published)))
      readXml(
        writeSitemapPart(
          toSitemapPages([{ slug: gpt4.slug, changed: gpt4.published, picture: `/assets/${title}` }]),
        ),
      )
    }),
  )
})

test('P10: JSON-LD cannot leave its script for any title', () => {
  fc.assert(
    fc.property(text, (title) => {
      const json = serializeJsonLd(postGraph({ post: { ...gpt4, title }, authors: [] }))
      expect(json).not.toMatch(/[<\u2028\u2029]/)
      expect(JSON.parse(json)['@graph'][0].headline).toBe(title)
    }),
  )
})
