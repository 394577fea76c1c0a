import { readFileSync } from 'node:fs'
import { readExistingFiles } from '@/cli/import/existing-files'
import { openFolder } from '@/cli/import/source-folder'
import { importWordpress } from '@/cli/import/wordpress/import'
import { readWxr } from '@/cli/import/wordpress/wxr'
import { parsePost } from '@/lib/content/post'
import { pixel } from '../../lib/public-files/hostile-drawings'
import { bring, folderWith, tidyUp } from './old-site'

afterAll(tidyUp)

const xml = readFileSync('__tests__/fixtures/import/wordpress.xml', 'utf8')
const png = Buffer.from(pixel.slice(pixel.indexOf(',') + 1), 'base64')
const run = (into?: string, withFiles = true) => {
  const files = withFiles ? openFolder(folderWith({ 'wp-content/uploads/2021/03/chip.png': png })) : undefined
  return bring(
    async (root) =>
      importWordpress({ name: 'export.xml', xml, files }, await readExistingFiles(root), () => undefined),
    into,
  )
}

test('an export comes along: posts, pages, drafts, authors and pictures', async () => {
  const { files } = await run()
  expect(Object.keys(files)).toEqual([
    'authors/ann.md',
    'authors/b-baker.md',
    'authors/guest.md',
    'posts/2020-01-05-classic.md',
    'posts/2021-03-01-blocks.md',
    'posts/2021-04-01-secret.md',
    'posts/2021-04-02-an-idea.md',
    'posts/2021-04-02-behind.md',
    'posts/2099-01-01-later.md',
    'posts/pages/about-us.md',
    'public/assets/wp-content/uploads/2021/03/chip.png',
  ])
  const bytes = (text: string) => new TextEncoder().encode(text)
  for (const [path, text] of Object.entries(files))
    if (path.startsWith('posts/'))
      expect(
        parsePost({ path, bytes: bytes(text) }).problems.filter(({ severity }) => severity === 'error'),
      ).toEqual([])
})

test('a post of the block editor becomes Markdown', async () => {
  const { files } = await run()
  expect(files['posts/2021-03-01-blocks.md']).toBe(`---
title: Blocks & more
description: About blocks.
author: ann
categories:
  - R & D
tags:
  - C++
date: 2021-03-01 23:30:00 -05:00
featured: true
image:
  src: /assets/wp-content/uploads/2021/03/chip.png
  alt: The chip
aliases:
  - /2021/03/blocks/
imported:
  views: "12"
  tags:
    - 政
---

See [the old one](/classic#x), [again](/classic) and **bold**.

![A chip](/assets/wp-content/uploads/2021/03/chip.png "Silicon")

<https://www.youtube.com/watch?v=abc>

<!-- wp:latest-posts {"postsToShow":3} /-->

<script>alert(1)</script>
`)
})

test('a post of the editor before it keeps its paragraphs and lines; unknown shortcodes stay', async () => {
  const { files, said } = await run()
  const body = files['posts/2020-01-05-classic.md']?.split('\n---\n\n')[1]
  expect(body).toBe(`First line\\
second line.

![](/assets/wp-content/uploads/2021/03/chip.png "Its caption")

![The chip](/assets/wp-content/uploads/2021/03/chip.png)

\\[contact-form to="x\\@private.example"]

A \\[sic] word and \\[1].

\`\`\`
a

b
\`\`\`
`)
  expect(files['posts/2020-01-05-classic.md']).toContain('description: First line second line.\n')
  expect(said.filter((line) => line.includes('shortcode'))).toHaveLength(1)
  expect(said.join('\n')).toContain('[contact-form to="x@private.example"] was not converted')
})

test('what was not for everybody is a draft, what waits still waits, and what was thrown away stays behind', async () => {
  const { files, said } = await run()
  for (const name of ['2021-04-01-secret', '2021-04-02-behind', '2021-04-02-an-idea'])
    expect(files[`posts/${name}.md`]).toContain('draft: true')
  expect(files['posts/2099-01-01-later.md']).not.toContain('draft')
  expect(files['posts/2099-01-01-later.md']).toContain('date: 2099-01-01 09:00:00 -05:00')
  expect(said.join('\n')).toContain('It was in the trash, so it was not imported.')
  expect(said.join('\n')).toContain('"nav_menu_item" is neither a post nor a page')
  expect(said.join('\n')).toContain('Its comments were not imported: 1.')
})

test('e-mail addresses and passwords of the old site are nowhere', async () => {
  const { files } = await run()
  const all = Object.values(files).join('\n').replaceAll('x\\@private.example', '')
  expect(all).not.toContain('private.example')
  expect(all).not.toContain('hunter2')
})

test('odd slugs of categories and tags need rules, which the report gives', async () => {
  const { report } = await run()
  expect(report.join('\n')).toContain("{ source: '/tag/c-2', destination: '/tag/c', permanent: true }")
  expect(report.join('\n')).toContain('/2021/03/blocks/ → /blocks')
  expect(report.join('\n')).toContain('/about-us/ → /about-us')
})

test('without the files, pictures are named with where they were, and told', async () => {
  const { files, said } = await run(undefined, false)
  expect(files['posts/2021-03-01-blocks.md']).toContain(
    '(https://blog.example/wp-content/uploads/2021/03/chip-300x200.png "Silicon")',
  )
  expect(said.join('\n')).toContain(
    '/wp-content/uploads/2021/03/chip-300x200.png is not in the folder of the old site.',
  )
})

describe('a blog in a folder whose addresses are questions', () => {
  const item = (id: number, words: string) => `<item><title>Story ${id}</title>
<link>http://blog.example/news/?p=${id}</link><content:encoded><![CDATA[${words}]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>2020-01-0${id} 10:00:00</wp:post_date><wp:post_name>story</wp:post_name>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`
  const [head = ''] = xml.split('<item>')
  const inFolder = head.replaceAll('https://blog.example', 'http://blog.example/news')
  const bringItems = (...items: string[]) =>
    bring(async (root) =>
      importWordpress(
        { name: 'export.xml', xml: `${inFolder}${items.join('')}</channel></rss>` },
        await readExistingFiles(root),
        () => undefined,
      ),
    )

  test('no story takes the address of its front page, and the report says what needs a rule', async () => {
    const { files, report } = await bringItems(item(1, 'One.'))
    expect(files['posts/2020-01-01-story.md']).not.toContain('aliases')
    expect(report).toContain('/news/?p=1 → /story')
  })

  test('links by number lead to the story, also those written before the site had https', async () => {
    const { files } = await bringItems(
      item(1, 'One.'),
      item(
        2,
        '<a href="https://blog.example/news/?p=1">a</a> <a href="?p=2">b</a> <a href="/other/?p=1">c</a>',
      ),
    )
    expect(files['posts/2020-01-02-story-2.md']).toContain('[a](/story) [b](/story-2) [c](/other/?p=1)')
  })

  test('two items of one number, as in exports that were put together, both come along', async () => {
    const { files } = await bringItems(item(1, 'One.'), item(1, 'Another one.'))
    expect(files['posts/2020-01-01-story.md']).toContain('One.')
    expect(files['posts/2020-01-01-story-2.md']).toContain('Another one.')
  })
})

test('a second import changes nothing', async () => {
  const first = await run()
  const second = await run(first.into)
  expect(second.written.filter(({ outcome }) => outcome !== 'same')).toEqual([])
})

describe('an export that is not as it should be', () => {
  const entities = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY l${level} "${level === 0 ? 'lol' : `&l${level - 1};`.repeat(10)}">`,
  )
  test.each([
    [
      'a billion laughs',
      `<?xml version="1.0"?><!DOCTYPE r [${entities.join('')}]><rss><channel>&l8;</channel></rss>`,
      'declares a document type',
    ],
    [
      'a file from outside',
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>&x;</channel></rss>',
      'declares a document type',
    ],
    ['an entity nobody declared', '<rss><channel><title>&x;</title></channel></rss>', 'Line 1: '],
    ['an end that is missing', '<rss><channel><item></channel></rss>', 'Line 1: '],
    ['another kind of XML', '<feed></feed>', 'no <rss> with a <channel>'],
    ['elements without end', '<a>'.repeat(5000), 'nest deeper'],
  ])('%s is refused with its line', (_, text, message) => {
    expect(() => readWxr(text)).toThrow(message)
  })

  test('HTML that nests by the thousand is refused, and the rest comes along', async () => {
    const heavy = xml.replace('Private words.', '<div>'.repeat(50_000))
    const { files, said } = await bring(async (root) =>
      importWordpress({ name: 'export.xml', xml: heavy }, await readExistingFiles(root), () => undefined),
    )
    expect(files['posts/2021-03-01-blocks.md']).toBeDefined()
    expect(said.join('\n')).toMatch(/export\.xml#3:\d+ {2}error {2}size/)
  }, 60_000)
})
