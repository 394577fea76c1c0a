import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bringJekyll, folderWith, jekyllPost, tidyUp } from '../old-site'

afterAll(tidyUp)

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A small site with a little of everything. */
const site = {
  '_config.yml': `title: The Old Gazette
url: https://www.gazette.example
permalink: pretty
timezone: America/New_York
author: { name: The Desk, email: desk@gazette.example }
authors:
  bob: { name: Bob Baker, twitter: bobb, picture: /img/bob.png }
collections:
  authors: { output: true, permalink: "/people/:name/" }
  docs: { output: true }
defaults:
  - scope: { type: posts }
    values: { layout: story, tags: [gazette] }
  - scope: { path: "" }
    values: { image: /img/share.png }
plugins: [jekyll-redirect-from, jemoji]
`,
  '_data/authors.yml':
    'carol:\n  name: Carol Chen\n  bio: Writes about *chips*.\n  website: carol.example\nbob:\n  name: Other Bob\n  role: Editor\n',
  '_authors/ann.md':
    '---\nfull_name: Ann Author\nguest: true\nredirect_from: /team/ann/\n---\n\nA [story]({% post_url 2020-01-01-first %}) of hers.\n',
  '_posts/2020-01-01-first.md': `---
title: "The first: a story"
excerpt: What *happened*.
date: 2020-01-01 22:30
author: ann
category: Chip News
tags: one two
image: {{ site.baseurl }}/assets/pic.png
comments: true
---

See [the second](/chip%20news/x), [it](../../../../../the-second/) and ![p](/img/with space.png "t").
`
    .replace('image: {{', "image: '{{")
    .replace('pic.png\n', "pic.png'\n")
    .replace('/img/with space.png', '</img/with space.png>'),
  'news/_posts/2020-02-03-Second_Post.markdown': `---
title: Second
description: It is the second.
authors: [bob, Carol Chen, dave]
permalink: /the-second/
redirect_from: [/old/second.html, /older]
last_modified_at: 2020-02-05
layout: post
version: 1.10
---

* TOC
{:toc}

Text :tada: <https://www.gazette.example/2020/01/01/first/> and [first](https://gazette.example/chip%20news/2020/01/01/first/).
`,
  '_drafts/idea.md': '---\ntitle: An idea\n---\n\nNot ready.\n',
  '_posts/2021-03-04-hidden.md': jekyllPost('Not public.', 'published: no\n'),
  'about.md': '---\ntitle: About us\npermalink: /about/\n---\n\nWho we are.\n',
  'index.html': '---\nlayout: home\n---\n{% for post in site.posts %}{% endfor %}\n',
  '_docs/guide.md': '---\ntitle: Guide\n---\n',
  'assets/pic.png': png,
  'assets/main.scss': '---\n---\nbody {}',
  'assets/report.pdf': '%PDF-1.7\n%%EOF\n',
  'img/with space.png': png,
  'img/bob.png': png,
}

test('a site comes along whole', async () => {
  const { files } = await bringJekyll(site)
  expect(Object.keys(files)).toEqual([
    'authors/ann.md',
    'authors/bob.md',
    'authors/carol.md',
    'authors/dave.md',
    'authors/the-desk.md',
    'posts/2020-01-01-first.md',
    'posts/2020-02-03-the-second.md',
    'posts/2021-03-04-hidden.md',
    'posts/2021-03-04-idea.md',
    'posts/pages/about.md',
    'public/assets/img/bob.png',
    'public/assets/img/with-space.png',
    'public/assets/pic.png',
    'public/assets/report.pdf',
  ])
  expect(files['posts/2020-01-01-first.md']).toBe(`---
title: "The first: a story"
description: What happened.
author: ann
categories:
  - Chip News
tags:
  - one
  - two
date: 2020-01-01 22:30:00 -05:00
image: /assets/pic.png
aliases:
  - /chip%20news/2020/01/01/first/
imported:
  comments: true
---

See [the second](/chip%20news/x), [it](/the-second) and ![p](</assets/img/with-space.png> "t").
`)
  expect(files['posts/2020-02-03-the-second.md']).toBe(`---
title: Second
description: It is the second.
authors:
  - bob
  - carol
  - dave
categories:
  - news
tags:
  - gazette
updated: 2020-02-05
toc: true
aliases:
  - /old/second.html
  - /older
imported:
  version: "1.10"
---

Text 🎉 <https://www.gazette.example/2020/01/01/first/> and [first](/first).
`)
  expect(files['posts/2021-03-04-hidden.md']).toContain('draft: true')
  expect(files['posts/2021-03-04-idea.md']).toContain('draft: true')
  expect(files['posts/pages/about.md']).toBe(`---
layout: page
title: About us
description: Who we are.
date: 2021-03-04
---

Who we are.
`)
})

test('authors come from wherever the site has them, each once', async () => {
  const { files } = await bringJekyll(site)
  expect(files['authors/ann.md']).toBe(
    '---\nname: Ann Author\nimported:\n  guest: true\n---\n\nA [story](/first) of hers.\n',
  )
  expect(files['authors/bob.md']).toBe(
    '---\nname: Other Bob\nrole: Editor\nimage: /assets/img/bob.png\nlinks:\n  - label: twitter\n    url: https://twitter.com/bobb\n---\n',
  )
  expect(files['authors/carol.md']).toBe(
    '---\nname: Carol Chen\nlinks:\n  - https://carol.example\n---\n\nWrites about *chips*.\n',
  )
  expect(files['authors/the-desk.md']).toContain('email: desk@gazette.example')
  expect(files['authors/dave.md']).toBe('---\nname: dave\n---\n')
})

test('the report tells what needs a look, every old address with its new one, and what to set by hand', async () => {
  const { report } = await bringJekyll(site)
  const text = report.join('\n')
  expect(text).toContain(
    '_posts/2020-01-01-first.md:12  warn   link       /chip%20news/x was not imported: this link leads nowhere.',
  )
  expect(text).toContain(
    'news/_posts/2020-02-03-Second_Post.markdown:4  warn   authors    Nothing is known of the author "dave"',
  )
  expect(text).toContain('_drafts/idea.md  warn   date       There is no date.')
  expect(text).toContain('index.html  warn   file       This page was not imported.')
  expect(text).toContain('/chip%20news/2020/01/01/first/ → /first')
  expect(text).toContain('/the-second/ → /the-second')
  expect(text).toContain('/people/ann/ → /author/ann\n/team/ann/ → /author/ann')
  expect(text).toContain('site.config.ts  timeZone: "America/New_York"')
  expect(text).toContain('environment     SITE_URL=https://www.gazette.example')
  expect(text).toContain('/img/share.png is the picture of every page without one')
  expect(text).toContain('_docs')
  expect(report.at(-2)).toBe('5 posts, 5 authors, 4 pictures, 4 redirects, 4 warnings')
})

test('a second import changes nothing, and neither does a dry run', async () => {
  const dry = await bringJekyll(site, undefined, true)
  expect(dry.files).toEqual({})
  expect(dry.report.at(-1)).toContain('dry run')
  const first = await bringJekyll(site)
  const second = await bringJekyll(site, first.into)
  expect(second.files).toEqual(first.files)
  expect(second.written.filter(({ outcome }) => outcome !== 'same')).toEqual([])
})

test('a post that somebody edited or moved since stays, and is told', async () => {
  const { into } = await bringJekyll(site)
  const path = join(into, 'posts/2020-01-01-first.md')
  const edited = readFileSync(path, 'utf8').replace('See', 'Look at')
  rmSync(path)
  writeFileSync(join(into, 'posts/2020-01-01-renamed.md'), edited)
  const { files, report } = await bringJekyll(site, into)
  expect(files['posts/2020-01-01-renamed.md']).toBe(edited)
  expect(files['posts/2020-01-01-first.md']).toBeUndefined()
  expect(report.join('\n')).toContain(
    'posts/2020-01-01-renamed.md  is there already and is another file, so it stays.',
  )
  expect(files['posts/2020-02-03-the-second.md']).toContain('[first](/renamed)'.slice(0, 8))
})

test('what is here already keeps its address, and another person of the same id stays who they are', async () => {
  const into = folderWith({
    'posts/2026-01-01-first.md': '---\ntitle: Ours\ndescription: Ours.\nauthor: ann\n---\n\nOurs.\n',
    'authors/ann.md': '---\nname: Ann Other\n---\n',
    'authors/carol.md': '---\nname: Carol Chen\nrole: Reporter\n---\n',
  })
  const { files, report } = await bringJekyll(site, into)
  expect(files['posts/2020-01-01-first-2.md']).toContain('author: ann-2')
  expect(files['authors/ann.md']).toBe('---\nname: Ann Other\n---\n')
  expect(files['authors/ann-2.md']).toContain('name: Ann Author')
  expect(report.join('\n')).toContain('authors/carol.md  is there already')
  expect(report.join('\n')).toContain('/chip%20news/2020/01/01/first/ → /first-2')
  const again = await bringJekyll(site, into)
  expect(again.files).toEqual(files)
})

test('two posts of one name both come along, the older with the name', async () => {
  const { files, plan } = await bringJekyll({
    '_posts/2019-01-01-award.md': jekyllPost('Newer.'),
    '_posts/2018-01-01-award.md': jekyllPost('Older.'),
    '_posts/2020-01-01-search.md': jekyllPost('A name of the site.'),
    '_posts/2020-01-02-日本.md': jekyllPost('A name without letters of ours.'),
  })
  expect(Object.keys(files).filter((path) => path.startsWith('posts/'))).toEqual([
    'posts/2018-01-01-award.md',
    'posts/2019-01-01-award-2.md',
    'posts/2020-01-01-search-2.md',
    'posts/2020-01-02-story.md',
  ])
  expect(plan.addresses.map(({ old, now }) => `${old} ${now}`)).toContain(
    '/2020/01/02/%E6%97%A5%E6%9C%AC.html /story',
  )
})

test('an old address that two posts claim leads to one of them; one of the site’s own needs a rule', async () => {
  const { files, said, plan } = await bringJekyll({
    '_posts/2018-01-01-a.md': jekyllPost('A.', 'redirect_from: [/x, /b, /tag/old/]\n'),
    '_posts/2018-01-02-b.md': jekyllPost('B.', 'redirect_from: /x\n'),
  })
  expect(files['posts/2018-01-01-a.md']).toContain('aliases:\n  - /2018/01/01/a.html\n  - /x\n---')
  expect(files['posts/2018-01-02-b.md']).toContain('aliases:\n  - /2018/01/02/b.html\n---')
  expect(said.join('\n')).toContain('/b leads to posts/2018-01-02-b.md already')
  expect(said.join('\n')).toContain('/x leads to posts/2018-01-01-a.md already')
  expect(plan.addresses.filter(({ byHand }) => byHand).map(({ old }) => old)).toEqual([
    '/b',
    '/tag/old/',
    '/x',
  ])
})

describe('a post that is not as it should be', () => {
  const only = async (text: string, name = '2020-01-01-odd.md') => {
    const { files, said } = await bringJekyll({ [`_posts/${name}`]: text })
    return {
      text: Object.entries(files).find(([path]) => path.startsWith('posts/'))?.[1] ?? '',
      said: said.join('\n'),
    }
  }

  test('with a head that is broken keeps what can be read of it', async () => {
    const { text, said } = await only(
      '---\ntitle: One: two\ndescription: "It\nis: said."\ndraft: true\nauthor: ann\n---\n\nText.\n',
    )
    expect(text).toContain('title: "One: two"')
    expect(text).toContain('draft: true')
    expect(said).toContain('2020-01-01-odd.md:2  warn   file       This is not YAML')
  })

  test('with a quoted text that goes on without an indent is read as Ruby does', async () => {
    const { text, said } = await only(
      '---\ntitle: A\ndescription: "One\ntwo \\"three\\"."\nauthor: ann\n---\nText.\n',
    )
    expect(text).toContain('description: One two "three".')
    expect(said).not.toContain('YAML')
  })

  test('without title, author, description or words still comes along', async () => {
    const { text, said } = await only('---\n---\n', '2020-01-01-no_words-here.md')
    expect(text).toBe(
      '---\ntitle: No words here\ndescription: No words here\nauthor: desk\naliases:\n  - /2020/01/01/no_words-here.html\n---\n',
    )
    expect(said).toContain('There is no title. One was made of the name.')
    expect(said).toContain('It was given to "desk".')
  })

  test('without front matter is a draft', async () => {
    expect((await only('Just text.\n')).text).toContain('draft: true')
  })

  test('with keys too large or too odd for a head keeps or names them', async () => {
    const { text, said } = await only(
      jekyllPost(
        'Text.',
        `big: "${'x'.repeat(20_000)}"\nodd: " ? [[[[[[[[[[[[[[[[[[[[[[ "\ncanonical: no address\n`,
      ),
    )
    expect(said).toContain('"big" is too long for a head and was left out.')
    expect(said).toContain('canonical  "no address": Write an address')
    expect(text).toContain('canonical')
    expect(text).not.toContain('xxxx')
  })

  test('whose text begins like a key, or is as long as a book, is no trouble', async () => {
    expect((await only(jekyllPost('title: the word'))).text).toContain('title\\: the word')
    const { said } = await only(jekyllPost('word '.repeat(120_000)))
    expect(said).toContain('The file has 587 KB, the limit is 512.')
  })

  test('with a date nobody can read has that of its name', async () => {
    const { text, said } = await only(jekyllPost('Text.', 'date: someday\n'))
    expect(text).not.toContain('date:')
    expect(said).toContain('"someday" was read as 2020-01-01.')
  })
})

test('a post in HTML becomes Markdown', async () => {
  const { files } = await bringJekyll({
    '_posts/2020-01-01-page.html': jekyllPost(
      '<h2 id="a">{{ page.title }}</h2>\n\n    <p>Two <b>words</b>.</p>',
    ),
  })
  expect(files['posts/2020-01-01-page.md']).toContain('---\n\n## A post {#a}\n\nTwo **words**.\n')
})

test('nothing that a browser would run is copied', async () => {
  const { files, said } = await bringJekyll({
    'assets/good.svg': '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
    'assets/bad.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'assets/page.html': '<script>alert(1)</script>',
    'assets/code.js': 'alert(1)',
    'assets/Good.SVG': '<svg onload="alert(1)"/>',
  })
  expect(Object.keys(files)).toEqual(['public/assets/good.svg'])
  expect(said.join('\n')).toContain(
    'assets/bad.svg  warn   image      The file was not copied. <script> is not allowed in a drawing',
  )
})
