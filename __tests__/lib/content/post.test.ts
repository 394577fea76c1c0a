import { readFileSync } from 'node:fs'
import { type Post, parsePost } from '@/lib/content/post'
import { formatProblem } from '@/lib/content/problem'

const utf8 = new TextEncoder()
const lines = { title: 'title: Chips', description: 'description: About chips.', author: 'author: andre' }

/** A good post with these lines more, or instead. */
function post(yaml = '', { body = 'Text.\n', path = 'posts/2026-03-01-chips.md' } = {}) {
  const given = new Set(yaml.split('\n').map((line) => line.split(':')[0]))
  const rest = Object.entries(lines).flatMap(([key, line]) =>
    given.has(key) || given.has(`${key}s`) ? [] : [line],
  )
  const content = `---\n${[...rest, yaml].filter(Boolean).join('\n')}\n---\n${body}`
  return parsePost({ path, bytes: utf8.encode(content) })
}
const value = (yaml: string, options = {}): Partial<Post> => post(yaml, options).value ?? {}
const said = (yaml: string, options = {}) => post(yaml, options).problems.map(formatProblem).join('\n')

describe('a post', () => {
  test('with no more than it needs has everything else by rule', () => {
    const { value, problems } = post()
    expect(problems).toEqual([])
    expect(value).toEqual({
      slug: 'chips',
      path: 'posts/2026-03-01-chips.md',
      format: 'md',
      layout: 'post',
      title: 'Chips',
      description: 'About chips.',
      authors: ['andre'],
      contributors: [],
      categories: [],
      tags: [],
      published: '2026-03-01T00:00:00+01:00',
      draft: false,
      featured: false,
      aliases: [],
      type: 'news',
      related: [],
      corrections: [],
      keyPoints: [],
      sources: [],
      toc: false,
      words: 1,
      body: 'Text.\n',
      bodyLine: 6,
    })
  })

  test('with everything keeps everything', () => {
    const { value, problems } = post(`seoTitle: Chips for machines
socialTitle: Chips for friends
contributors: [{ name: Ada, role: research }, { name: Bob }]
categories: [Chips, Policy]
tags: [GPU, export control]
image: { src: assets/images/x.svg, alt: A chip, caption: Small., credit: Ada, focalPoint: 30% 20% }
updated: 2026-03-02 09:00
featured: yes
aliases: /old/chips.html
kicker: Analysis
dateline: Berlin
type: Analysis
series: The chip war
related: [gpt-4, /gpt-5]
corrections: [{ date: 2026-03-03, type: correction, text: It was two. }]
keyPoints: [One, Two]
sources: [{ title: The paper, url: "https://example.org/p.pdf" }]
canonical: https://example.org/chips
lang: de
toc: true`)
    expect(problems).toEqual([])
    expect(value).toMatchObject({
      contributors: [{ name: 'Ada', role: 'research' }, { name: 'Bob' }],
      categories: [
        { slug: 'chips', name: 'Chips' },
        { slug: 'policy', name: 'Policy' },
      ],
      tags: [
        { slug: 'gpu', name: 'GPU' },
        { slug: 'export-control', name: 'export control' },
      ],
      image: {
        src: '/assets/images/x.svg',
        alt: 'A chip',
        caption: 'Small.',
        credit: 'Ada',
        focalPoint: { x: 0.3, y: 0.2 },
      },
      updated: '2026-03-02T09:00:00+01:00',
      featured: true,
      aliases: ['/old/chips.html'],
      type: 'analysis',
      series: { slug: 'the-chip-war', name: 'The chip war' },
      related: ['gpt-4', 'gpt-5'],
      corrections: [{ date: '2026-03-03T00:00:00+01:00', type: 'correction', text: 'It was two.' }],
      keyPoints: ['One', 'Two'],
      sources: [{ title: 'The paper', url: 'https://example.org/p.pdf' }],
      canonical: 'https://example.org/chips',
      lang: 'de',
      toc: true,
    })
  })

  test('the post this site was asked to serve works as it is, and its damaged character is found', () => {
    const name = '2023-03-16-news-openai-unveils-gpt-4.md'
    const bytes = seed(name)
    if (!bytes) return console.warn('The seed post does not lie beside this checkout; skipped.')
    const { value, problems } = parsePost({ path: `posts/${name}`, bytes })
    expect(value).toMatchObject({
      slug: 'news-openai-unveils-gpt-4',
      published: '2023-03-16T00:00:00+01:00',
      authors: ['andre'],
      categories: [{ slug: 'news', name: 'News' }],
      image: { src: '/assets/images/ai-news-gpt-4-interface.svg', alt: '' },
    })
    expect(problems.map(formatProblem)).toEqual([
      `posts/${name}:18:465  warn   encoding   "â€”" is a damaged character. It should be "—".`,
    ])
  })
})

function seed(name: string): Uint8Array | undefined {
  try {
    return readFileSync(`${process.cwd()}/../shared/seed/${name}`)
  } catch {
    return undefined
  }
}

describe('the name of the file', () => {
  test.each([
    ['posts/2026-03-01-chips.md', 'chips', 'md'],
    ['posts/2026-3-1-chips.mdx', 'chips', 'mdx'],
    ['posts/2026-03-01-chips.markdown', 'chips', 'md'],
    ['posts/deep/er/2026-03-01-Chips_And  Salsa.md', 'chips-and-salsa', 'md'],
    ['posts/2026-03-01-what-is-gpt-4.5.md', 'what-is-gpt-4-5', 'md'],
    ['posts/2026-03-01-2026-03-02-days.md', '2026-03-02-days', 'md'],
  ])('%s is /%s', (path, slug, format) => {
    expect(value('', { path })).toMatchObject({ slug, format, published: '2026-03-01T00:00:00+01:00' })
  })

  test('without a day in it, the front matter has to give one', () => {
    const path = 'posts/about.md'
    expect(said('', { path })).toContain(
      'error  date       There is no date. Write "date: 2026-03-16", or let the name of the file begin with it: "2026-03-16-chips.md".',
    )
    expect(value('date: 2026-03-01', { path })).toMatchObject({ slug: 'about' })
  })

  test('of which nothing is left for a slug, a slug has to be given', () => {
    const path = 'posts/2026-03-01-新闻.md'
    expect(said('', { path })).toContain('There is no slug')
    expect(value('slug: news-1', { path })).toMatchObject({ slug: 'news-1' })
  })

  test('with a day that does not exist is an error, unless the front matter knows better', () => {
    const path = 'posts/2026-02-30-chips.md'
    expect(said('', { path })).toContain('"2026-02-30" is not a day. February 2026 has 28 days.')
    expect(value('date: 2026-02-28', { path })).toMatchObject({ published: '2026-02-28T00:00:00+01:00' })
  })
})

describe('the slug', () => {
  test.each([
    ['slug: Chips', '"Chips" is not a slug'],
    ['slug: a--b', 'Write a-b.'],
    ['slug: ../etc/passwd', 'Write etc-passwd.'],
    ['slug: feed', 'The site itself uses the address /feed'],
    [`slug: ${'a'.repeat(121)}`, 'the limit is 120'],
  ])('%s is refused', (yaml, message) => {
    expect(said(yaml)).toContain(message)
    expect(post(yaml).value).toBeUndefined()
  })

  test('from a file name may not be one of the site’s own addresses either', () => {
    expect(said('', { path: 'posts/2026-03-01-search.md' })).toContain(
      'error  slug       The site itself uses',
    )
  })
})

describe('dates', () => {
  test('the date wins over the file name, and may lie in the future', () => {
    expect(value('date: 2099-01-02 10:00')).toMatchObject({ published: '2099-01-02T10:00:00+01:00' })
    expect(value('date: 2023-03-16 10:00:00 +0530')).toMatchObject({ published: '2023-03-16T05:30:00+01:00' })
    expect(value("date: '2023-03-16'")).toMatchObject({ published: '2023-03-16T00:00:00+01:00' })
  })

  test('a day that does not exist is an error at its place', () => {
    expect(said('date: 2026-02-30')).toBe(
      'posts/2026-03-01-chips.md:5:7  error  date       "2026-02-30" is not a day. February 2026 has 28 days.',
    )
    expect(said('updated: 2026-02-30')).toContain(':5:10  error  date')
    expect(said('corrections: [{ date: 2026-02-30, type: update, text: x }]')).toContain(':5:23  error')
  })

  test('last_modified_at is updated, which cannot lie before the date', () => {
    expect(value('last_modified_at: 2026-03-04')).toMatchObject({ updated: '2026-03-04T00:00:00+01:00' })
    expect(said('updated: 2025-01-01')).toContain('warn   date       This is before the date of publication.')
  })
})

describe('drafts', () => {
  test.each([
    ['draft: true', true],
    ['draft: yes', true],
    ['draft: no', false],
    ['draft: "False"', false],
    ['draft:', false],
    ['published: false', true],
    ['published: no', true],
    ['published: true', false],
    ['draft: true\npublished: true', true],
    ['draft: false\npublished: false', true],
  ])('%j', (yaml, draft) => {
    expect(value(yaml)).toMatchObject({ draft })
  })

  test.each(['draft: maybe', 'draft: 1', 'published: 2026-03-01', 'published: soon', 'featured: very'])(
    '%s is neither true nor false, so nothing is published by accident',
    (yaml) => {
      expect(post(yaml).value).toBeUndefined()
      expect(said(yaml)).toContain('Write true or false.')
    },
  )
})

describe('authors', () => {
  test('one or several, by any spelling of the id', () => {
    expect(value('authors: [andre, desk]')).toMatchObject({ authors: ['andre', 'desk'] })
    expect(value('author: Andre')).toMatchObject({ authors: ['andre'] })
  })

  test('a story needs one, a page does not', () => {
    expect(said('author:')).toContain('error  author     There is no author.')
    expect(value('author:\nlayout: page')).toMatchObject({ layout: 'page', authors: [] })
  })

  test('author and authors together are one too many', () => {
    expect(said('author: andre\nauthors: [desk]')).toContain('are the same key here')
  })
})

describe('categories and tags', () => {
  test('one name is one name, spaces and all', () => {
    expect(value('category: Open models')).toMatchObject({
      categories: [{ slug: 'open-models', name: 'Open models' }],
    })
    expect(value('tag: 2024')).toMatchObject({ tags: [{ slug: '2024', name: '2024' }] })
  })

  test('a section has its own name in whatever case, and twice the same is once', () => {
    expect(value('categories: [news, NEWS, Policy]')).toMatchObject({
      categories: [
        { slug: 'news', name: 'News' },
        { slug: 'policy', name: 'Policy' },
      ],
    })
    expect(value('tags: [AI, ai, null]')).toMatchObject({ tags: [{ slug: 'ai', name: 'AI' }] })
  })

  test('a name no address can be made of is refused', () => {
    expect(said('tags:\n  -chips\n  -AI')).toContain(
      'error  tag        A list needs a space after each hyphen',
    )
    expect(said('tags: [新闻]')).toContain(':5:8  error  tag        No address can be made of "新闻".')
  })
})

describe('the picture', () => {
  test.each([
    ['image: assets/images/x.svg', '/assets/images/x.svg'],
    ['image: /assets/images/x.svg', '/assets/images/x.svg'],
    ['image: https://example.org/x.jpg?w=2', 'https://example.org/x.jpg?w=2'],
    ['image: { path: assets/x.svg }', '/assets/x.svg'],
  ])('%s', (yaml, src) => {
    expect(value(yaml)).toMatchObject({ image: { src, alt: '', focalPoint: { x: 0.5, y: 0.5 } } })
  })

  test.each([
    ['focalPoint: 0% 100%', { x: 0, y: 1 }],
    ['focalPoint: { x: 0.25, y: .5 }', { x: 0.25, y: 0.5 }],
    ['focalPoint: { x: 25%, y: 50% }', { x: 0.25, y: 0.5 }],
  ])('%s', (yaml, focalPoint) => {
    expect(value(`image: { src: /a.jpg, ${yaml} }`)).toMatchObject({ image: { focalPoint } })
  })

  test.each([
    ['image: javascript:alert(1)', 'begins with https://'],
    ['image: data:image/png;base64,xx', 'begins with https://'],
    ['image: http://example.org/x.jpg', 'begins with https://'],
    ['image: //example.org/x.jpg', 'begins with https://'],
    ['image: https://user:word@example.org/x.jpg', 'begins with https://'],
    ['image: /assets/../../etc/passwd', 'not a path'],
    ['image: assets/%2e%2e/x.jpg', 'no % ? #'],
    ['image: assets\\x.jpg', 'not a path'],
    ['image: my picture.jpg', 'Rename the file'],
    ['image: public/assets/x.jpg', 'Leave out "public/"'],
    ['image: { alt: A chip }', 'There is no src. Write'],
    ['image: [a.jpg, b.jpg]', 'mapping with src and alt'],
    ['image: { src: /a.jpg, focalPoint: left }', 'from 0 to 1'],
    ['image: { src: /a.jpg, focalPoint: 120% 10% }', '0% to 100%'],
  ])('%s is refused', (yaml, message) => {
    expect(said(yaml)).toContain('error  image')
    expect(said(yaml)).toContain(message)
  })
})

describe('addresses', () => {
  test.each([
    ['/2023/03/16/chips.html', '/2023/03/16/chips.html'],
    ['2023/chips/', '/2023/chips'],
    ['/über-chips', '/%C3%BCber-chips'],
    ['/%c3%bcber-chips', '/%C3%BCber-chips'],
    ['/it%27s/a,b', "/it's/a%2Cb"],
    ['/100%-chips', '/100%-chips'],
  ])('the alias %s answers as %s', (alias, path) => {
    expect(value(`redirect_from:\n  - ${alias}`)).toMatchObject({ aliases: [path] })
  })

  test.each([
    '/',
    'https://example.org/x',
    '//example.org',
    '/a/../b',
    '/a?b=1',
    '/a#b',
    '/a b',
    '/a\\b',
    '/%2e%2e/x',
  ])('the alias %s is refused', (alias) => {
    expect(said(`aliases: ["${alias.replace('\\', '\\\\')}"]`)).toContain('error  alias')
  })

  test('an alias may not be one of the site’s own pages, and need not be the post’s', () => {
    expect(said('aliases: [/feed.xml]')).toContain('error  alias      /feed.xml belongs to pages of the site')
    expect(said('aliases: [/tag/x]')).toContain('error  alias')
    expect(said('aliases: [/chips]')).toContain('note   alias      /chips is the address of this post')
    expect(value('aliases: [/chips, /old]')).toMatchObject({ aliases: ['/old'] })
  })

  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    'ftp://x.org',
    '//x.org',
    'data:,x',
    'https://x.org/"onclick',
  ])('a source at %s is refused', (url) => {
    expect(said(`sources: [{ title: x, url: '${url}' }]`)).toContain('error  sources')
    expect(said(`canonical: '${url}'`)).toContain('error  canonical')
  })
})

describe('words that are missing, too long or not words', () => {
  test('all are said at once, each at its place', () => {
    const { problems } = parsePost({
      path: 'posts/2026-03-01-x.md',
      bytes: utf8.encode('---\ntitle:\ntype: rumour\ntags: [{ a: b }]\n---\nx'),
    })
    expect(problems.map(({ rule, line }) => `${rule}:${line}`)).toEqual([
      'description:2',
      'title:2',
      'type:3',
      'tag:4',
    ])
  })

  test.each([
    [`title: ${'a'.repeat(201)}`, 'This has 201 characters, the limit is 200.'],
    [`description: ${'a'.repeat(1001)}`, 'the limit is 1000'],
    ['title: [a, b]', 'YAML reads a list or mapping'],
    ['title: true', 'YAML reads "true"'],
    ['title: "a\\u202eb"', 'invisible control character'],
    ['title: "a\\0b"', 'invisible control character'],
    ['title: "a\\ud800b"', 'invisible control character'],
    ['title: "  "', 'There is no title'],
    ['description: "a\\u2066b"', 'invisible control character'],
    ['corrections: [{ date: 2026-03-02, text: x }]', 'Write one of correction, clarification'],
    ['corrections: It was two.', 'Write date, type and text.'],
    ['sources: https://example.org', 'Write title and url.'],
    ['contributors: Ada', 'Write name and role.'],
    ['lang: english please', 'language tag'],
    ['lang: en-US-GB', 'language tag'],
    [`tags: [${'a, '.repeat(51)}]`, 'The limit is 50 entries'],
  ])('%s', (yaml, message) => {
    expect(post(yaml).value).toBeUndefined()
    expect(said(yaml)).toContain(message)
  })

  test('a headline is one line, and a number can be one', () => {
    expect(value('title: >\n  Chips\n  and  salsa')).toMatchObject({ title: 'Chips and salsa' })
    expect(value('title: 2001')).toMatchObject({ title: '2001' })
    expect(value('title: 1.10')).toMatchObject({ title: '1.10' })
  })

  test('a post without a body is noticed', () => {
    expect(said('', { body: ' \n' })).toContain('warn   body')
  })
})

describe('keys', () => {
  test.each([
    ['catagories: [News]', ':5:1  warn   typo       Unknown key "catagories". Did you mean "categories"?'],
    ['Title: x', 'Did you mean "title"?'],
    ['key_points: x', 'Did you mean "keyPoints"?'],
    ['excerpt: x', 'Did you mean "description"?'],
    ['permalink: /x', 'Did you mean "aliases"?'],
    ['image: { src: /a.jpg, atl: x }', ':5:23  warn   typo       Unknown key "atl". Did you mean "alt"?'],
    ['weather: sunny', 'note   keys       The key "weather" has no meaning here.'],
    ['constructor: x', 'note   keys'],
  ])('%s', (yaml, message) => {
    expect(said(yaml)).toContain(message)
    expect(post(yaml).value).toBeDefined()
  })

  test('those of Jekyll themes are nobody’s business', () => {
    expect(
      said(
        'hidden: true\ncomments: false\nrating: 4.5\nbeforetoc: x\nlayout: post\nimage: { src: /a.jpg, width: 3 }',
      ),
    ).toBe('')
  })

  test('a layout of another theme is a post, and a mistyped one is pointed at', () => {
    expect(said('layout: news_item')).toContain('note   layout')
    expect(said('layout: pgae')).toContain(
      'warn   layout     "pgae" is no layout here, so this is a post. Did you mean "page"?',
    )
  })
})
