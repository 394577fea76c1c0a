import type { Metadata } from 'next'
import {
  authorMetadata,
  categoryMetadata,
  homeMetadata,
  listMetadata,
  postMetadata,
  standingPageMetadata,
  tagMetadata,
} from '@/lib/metadata/head'
import { andre, desk, gpt4, origin, page, short } from '../feeds/fixture'

const article = postMetadata({ post: gpt4, authors: [andre, desk] }) satisfies Metadata
const quiet = postMetadata({ post: short, authors: [desk] }) satisfies Metadata
const category = categoryMetadata({ slug: 'news', name: 'News', page: 2, pages: 3 }) satisfies Metadata
const others = [
  standingPageMetadata({ post: page }),
  homeMetadata(),
  authorMetadata({ author: andre, page: 1, pages: 1 }),
  tagMetadata({ slug: 'gpt-4', name: 'GPT-4', page: 1, pages: 1 }),
  listMetadata({ title: 'Archive', description: 'All stories, by month.', path: '/archive' }),
] satisfies Metadata[]

test('the title for search engines is the one the author gave for them', () => {
  expect(article.title).toEqual({ absolute: 'GPT-4 is here' })
  expect(quiet.title).toEqual({ absolute: 'A quiet day' })
})

test('social networks get the title for them, and the picture as a raster with its size and alt text', () => {
  expect(article.openGraph).toMatchObject({
    type: 'article',
    title: 'OpenAI’s GPT-4 reads pictures',
    url: `${origin}/news-openai-unveils-gpt-4`,
    siteName: 'The Inference',
    locale: 'en_US',
    images: [
      {
        url: `${origin}/og/news-openai-unveils-gpt-4/card.png`,
        width: 1200,
        height: 630,
        type: 'image/png',
        alt: 'A page of an exam',
      },
    ],
    publishedTime: '2023-03-16T10:30:00+01:00',
    modifiedTime: '2023-07-02T18:00:00+02:00',
    authors: [`${origin}/author/andre`, `${origin}/author/desk`],
    section: 'News',
    tags: ['OpenAI', 'GPT-4'],
  })
  expect(article.twitter).toMatchObject({
    card: 'summary_large_image',
    images: [{ alt: 'A page of an exam' }],
  })
})

test('a drawn card is described by the headline that stands on it', () => {
  expect(quiet.twitter).toMatchObject({
    images: [{ url: `${origin}/og/a-quiet-day/card.png`, alt: 'A quiet day' }],
  })
})

test('the canonical address is the article’s own, or the one the author names', () => {
  expect(article.alternates).toMatchObject({ canonical: `${origin}/news-openai-unveils-gpt-4` })
  const elsewhere = postMetadata({ post: { ...gpt4, canonical: 'https://elsewhere.example/x' }, authors: [] })
  expect(elsewhere.alternates.canonical).toBe('https://elsewhere.example/x')
})

test('a list names itself, its page, and the pages before and after', () => {
  expect(category.title).toEqual({ absolute: 'News – Page 2 – The Inference' })
  expect(category.alternates.canonical).toBe(`${origin}/category/news/2`)
  expect(category.pagination).toEqual({
    previous: `${origin}/category/news`,
    next: `${origin}/category/news/3`,
  })
})

test('the first page has no page before it, and the last none after', () => {
  const first = categoryMetadata({ slug: 'news', name: 'News', page: 1, pages: 2 })
  expect(first.pagination).toEqual({ previous: undefined, next: `${origin}/category/news/2` })
  expect(categoryMetadata({ slug: 'news', name: 'News', page: 2, pages: 2 }).pagination.next).toBeUndefined()
})

test('an article says where it is as Markdown', () => {
  expect(article.alternates.types).toMatchObject({
    'text/markdown': `${origin}/news-openai-unveils-gpt-4.md`,
  })
  expect(category.alternates.types).not.toHaveProperty('text/markdown')
})

test('every page says where the feeds are, a list its own first', () => {
  for (const head of [article, quiet, ...others]) {
    expect(head.alternates.types['application/rss+xml'].at(-1)?.url).toBe(`${origin}/feed.xml`)
  }
  expect(category.alternates.types['application/rss+xml'][0]).toEqual({
    title: 'The Inference: News',
    url: `${origin}/category/news/feed.xml`,
  })
})

test('search engines may show large pictures', () => {
  expect(article.robots).toEqual({ index: true, follow: true, 'max-image-preview': 'large' })
})

test('a deployment that is not production stays out of search engines, on every page', () => {
  process.env.VERCEL_ENV = 'preview'
  const heads = [
    postMetadata({ post: gpt4, authors: [] }),
    standingPageMetadata({ post: page }),
    homeMetadata(),
    categoryMetadata({ slug: 'news', name: 'News', page: 1, pages: 1 }),
  ]
  delete process.env.VERCEL_ENV
  for (const head of heads) expect(head.robots.index).toBe(false)
})

test('a standing page is no article', () => {
  expect(postMetadata({ post: page, authors: [] })).toEqual(standingPageMetadata({ post: page }))
  expect(standingPageMetadata({ post: page }).openGraph.type).toBe('website')
})
