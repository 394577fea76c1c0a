import fc from 'fast-check'
import {
  closestMatch,
  countWords,
  editDistance,
  escapeXml,
  langAttributes,
  plainText,
  readingMinutes,
  slugify,
  splitUnbreakable,
  textDirection,
} from '@/lib/text'
import { cpuTime } from '../setup/cpu-time'

describe('slugify', () => {
  test.each([
    ['OpenAI Unveils GPT-4', 'openai-unveils-gpt-4'],
    ['Über Straßen & Œuvres', 'uber-strassen-oeuvres'],
    ['İstanbul, Łódź, Ørsted', 'istanbul-lodz-orsted'],
    ["What's new?", 'whats-new'],
    ['__draft__', 'draft'],
    ['ﬁnal', 'final'],
    ['新闻', ''],
    ['---', ''],
  ])('%s becomes "%s"', (text, slug) => {
    expect(slugify(text)).toBe(slug)
  })

  test('whatever goes in, a slug or nothing comes out, and a slug stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const slug = slugify(text)
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
        expect(slugify(slug)).toBe(slug)
      }),
    )
  })
})

describe('nearest', () => {
  const keys = ['title', 'description', 'categories', 'tags', 'lastModified']
  test.each([
    ['catagories', 'categories'],
    ['tilte', 'title'],
    ['Title', 'title'],
    ['last-modified', 'lastModified'],
    ['tgas', 'tags'],
    ['colour', undefined],
    ['x', undefined],
  ])('%s means %s', (word, meant) => {
    expect(closestMatch(word, keys)).toBe(meant)
  })

  test('letters added, dropped, changed and swapped count one each', () => {
    expect(editDistance('chips', 'chps')).toBe(1)
    expect(editDistance('chips', 'cihps')).toBe(1)
    expect(editDistance('chips', 'ships')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
    expect(editDistance('kitten', 'sitting')).toBe(3)
    expect(editDistance('kitten', 'sitting', 2)).toBe(2)
  })
})

describe('plainText', () => {
  test.each([
    ['a [link](https://x.org/a_(b) "t") here', 'a link here'],
    ['![A chip](/a.jpg)', 'A chip'],
    ['see [this][1]\n\n[1]: https://x.org', 'see this'],
    ['see [this](/x). Or (see [that][1]), and [so](/y)[on](/z)[^1].', 'see this. Or (see that), and soon.'],
    ['a note[^1]\n\n[^1]: The note.', 'a note The note.'],
    ['## A *very* **bold** `code` snake_case _mark_', 'A very bold code snake_case mark'],
    ['> quoted\n> > twice', 'quoted twice'],
    ['- one\n* two\n+ [x] three\n1. four', 'one two three four'],
    ['| a | b |\n|---|:-:|\n| 1 | 2 |', 'a b 1 2'],
    ['```js\nlet x = 1\n```', 'let x = 1'],
    ['a<!-- hidden --> b <b title="Shown">c</b>', 'a b Shown c'],
    ['<Figure src="/a.svg" alt="A chip" caption="It is small" />', 'A chip It is small'],
    ['<https://example.org>', 'https://example.org'],
    ['fish &amp; chips &#8212; 5&nbsp;€ \\*not a star', 'fish & chips — 5 € not a star'],
    ['# F&# &#xD800; &#0;', 'F&#'],
    ['2023 was -5 degrees', '2023 was -5 degrees'],
    ['', ''],
  ])('%j reads "%s"', (markdown, text) => {
    expect(plainText(markdown)).toBe(text)
  })

  test('hostile repetition takes no time', () => {
    for (const piece of ['<!--', '![', '[a](', '](a(', '<a ', '[^', '\n[', '_a', '> - ', '<a alt="', '&#1']) {
      const start = cpuTime()
      plainText(piece.repeat(200_000 / piece.length))
      expect(cpuTime() - start).toBeLessThan(1000)
    }
  })
})

test('words are counted as readers count them', () => {
  expect(countWords("It's a state-of-the-art 3.5 – isn't it?")).toBe(6)
  expect(countWords('')).toBe(0)
  expect(countWords('今日は天気がいい')).toBeGreaterThan(2)
})

test('nothing is read in less than a minute', () => {
  expect([0, 100, 230, 800].map(readingMinutes)).toEqual([1, 1, 1, 3])
})

test('text is fit for XML, whatever it holds', () => {
  expect(escapeXml(`<a & "b" 'c'>`)).toBe('&lt;a &amp; &quot;b&quot; &#39;c&#39;&gt;')
  expect(escapeXml('a\u0000\u0008b\ufffe\ud800c😀\t\n')).toBe('abc😀\t\n')
})

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['ur', 'rtl'],
  ['de', 'ltr'],
  ['zh-Hant', 'ltr'],
])('text in %s runs %s', (language, direction) => {
  expect(textDirection(language)).toBe(direction)
})

test.each([
  ['The distinction between GPT-3.5 and GPT-4o', ['GPT-3.5', 'GPT-4o']],
  ['Meta releases Llama 2 and lets companies use it', ['Llama 2']],
  ['COVID-19, SARS-CoV-2', ['COVID-19', 'CoV-2']],
  ['Nothing here: 2 of 3, x-1, and GPT-3-based', []],
])('a name and its number belong together: %s', (text, whole) => {
  const pieces = splitUnbreakable(text)
  expect(pieces.filter(({ isUnbreakable: isWhole }) => isWhole).map((piece) => piece.text)).toEqual(whole)
  expect(pieces.map((piece) => piece.text).join('')).toBe(text)
})

test('any text comes out of its pieces as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('A', 'b', '-', ' ', '4', '.', '\ud800', 'É') }), (text) => {
      expect(
        splitUnbreakable(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('only text in another language than the page says which', () => {
  expect(langAttributes()).toEqual({})
  expect(langAttributes('ar')).toEqual({ lang: 'ar', dir: 'rtl' })
})
