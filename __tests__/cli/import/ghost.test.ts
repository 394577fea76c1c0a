import { readFileSync } from 'node:fs'
import { readExistingFiles } from '@/cli/import/existing-files'
import { importGhost } from '@/cli/import/ghost/import'
import { openFolder } from '@/cli/import/source-folder'
import { pixel } from '../../lib/public-files/hostile-drawings'
import { bring, folderWith, tidyUp } from './old-site'

afterAll(tidyUp)

const json = readFileSync('__tests__/fixtures/import/ghost.json', 'utf8')
const run = (into?: string) => {
  const files = openFolder(
    folderWith({
      'content/images/2023/01/a.png': Buffer.from(pixel.slice(pixel.indexOf(',') + 1), 'base64'),
    }),
  )
  const source = { name: 'export.json', json, files, origin: 'https://ghost.example' }
  return bring(async (root) => importGhost(source, await readExistingFiles(root), () => undefined), into)
}

test('an export comes along: posts, pages, drafts, authors and pictures', async () => {
  const { files } = await run()
  expect(Object.keys(files)).toEqual([
    'authors/ann.md',
    'authors/bob.md',
    'posts/2018-05-06-older.md',
    'posts/2022-02-01-mailed.md',
    'posts/2023-01-02-first.md',
    'posts/2023-02-02-second.md',
    'posts/2023-03-01-idea.md',
    'posts/2099-01-01-later.md',
    'posts/pages/about-ghost.md',
    'public/assets/content/images/2023/01/a.png',
  ])
})

test('cards, pictures, authors and tags of a post have their places', async () => {
  const { files } = await run()
  expect(files['posts/2023-01-02-first.md']).toBe(`---
title: First & foremost
seoTitle: For machines
description: What it is.
authors:
  - ann
  - bob
categories:
  - News
tags:
  - Chips & more
date: 2023-01-02 03:04:05 +00:00
featured: true
image:
  src: /assets/content/images/2023/01/a.png
  alt: Alt text
  caption: Said so
imported:
  codeinjection_head: <script>track()</script>
  tags:
    - "#hidden"
---

See [the second](/second).

<a href="https://www.youtube.com/watch?v=abc">Talk</a>

[A title](https://example.org/)

[Its description](https://example.org/)

![An a](/assets/content/images/2023/01/a.png "Caption")

## Part {#part}
`)
})

test('what was not for everybody is a draft', async () => {
  const { files, said } = await run()
  for (const name of ['2023-02-02-second', '2023-03-01-idea', '2022-02-01-mailed'])
    expect(files[`posts/${name}.md`]).toContain('draft: true')
  expect(files['posts/2099-01-01-later.md']).not.toContain('draft')
  expect(said.join('\n')).toContain('Only members were to read it. It is a draft here.')
})

test('a post without HTML keeps its words, from either notation', async () => {
  const { files } = await run()
  expect(files['posts/2023-03-01-idea.md']).toContain('Lexical \\<words>\n\n**card**')
  expect(files['posts/2018-05-06-older.md']).toContain('Mobiledoc words\n\nCard')
  expect(files['posts/2018-05-06-older.md']).toContain('author: bob')
})

test('code never comes into a text, and e-mail addresses are nowhere', async () => {
  const { files, said } = await run()
  expect(Object.values(files).join('\n')).not.toContain('private.example')
  expect(said.join('\n')).toContain('Its codeinjection_head is kept under "imported" and never runs.')
  expect(said.join('\n')).toContain("The site's codeinjection_head is code for every page and was left out.")
})

test('odd rows lose nothing: a page and a post of one slug, a tag without a name, a date nobody can read', async () => {
  const posts = [
    {
      id: 1,
      slug: 'same',
      html: '<p>A post.</p>',
      status: 'published',
      published_at: '2020-01-01T00:00:00Z',
    },
    { id: 2, slug: 'same', type: 'page', html: '<p>A page.</p>', status: 'published', published_at: 'never' },
    {
      id: 3,
      slug: 'later',
      html: '<p>Later.</p>',
      status: 'scheduled',
      published_at: '2099-01-01T00:00:00Z',
    },
    { id: 4, slug: 'undated', html: '<p>Once.</p>', status: 'published', published_at: 'never' },
  ]
  const tags = { tags: [{ id: 't', name: null, slug: 'chips' }], posts_tags: [{ post_id: 1, tag_id: 't' }] }
  const odd = JSON.stringify({ data: { posts, ...tags } })
  const { files } = await bring(async (root) =>
    importGhost({ name: 'export.json', json: odd }, await readExistingFiles(root), () => undefined),
  )
  expect(Object.keys(files)).toEqual([
    'posts/2020-01-01-same.md',
    'posts/2020-01-01-undated.md',
    'posts/2099-01-01-later.md',
    'posts/pages/same-2.md',
  ])
  expect(files['posts/2020-01-01-same.md']).toContain('\n  - chips\n')
  expect(files['posts/2020-01-01-same.md']).toContain('A post.')
  expect(files['posts/pages/same-2.md']).toContain('A page.')
})

test('a second import changes nothing', async () => {
  const first = await run()
  expect((await run(first.into)).written.filter(({ outcome }) => outcome !== 'same')).toEqual([])
})

test.each([
  ['no JSON', '{'],
  ['another JSON', '{"a": 1}'],
  ['a list', '[]'],
])('%s is refused', (_, text) => {
  const nobody = { pathOf: new Map(), slugOf: new Map(), authors: new Map(), pathOfAlias: () => undefined }
  expect(() => importGhost({ name: 'x', json: text }, nobody, () => undefined)).toThrow(
    'This is no export of Ghost: ',
  )
})
