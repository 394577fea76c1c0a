import type { PostIndex } from '@/lib/store/open'
import * as lists from '@/lib/store/queries/lists'
import {
  listNeighbours,
  listPages,
  pageBySlug,
  postBySlug,
  postInAnyState,
  slugByAlias,
} from '@/lib/store/queries/posts'
import { listRelated } from '@/lib/store/queries/related'
import { listCorrections, listUnpublished, nextScheduled, storeStatus } from '@/lib/store/queries/status'
import * as terms from '@/lib/store/queries/terms'
import { search } from '@/lib/store/search/search'
import { newsroom, now, post, tidyUp } from '../newsroom'

let archive: PostIndex
const slugs = (summaries: { slug: string }[]) => summaries.map(({ slug }) => slug)

beforeAll(async () => {
  const { write, sync, reader } = newsroom()
  write('authors/andre.md', '---\nname: Andre\n---\n')
  write('authors/idle.md', '---\nname: Idle\n---\n')
  write(
    'posts/2026-03-01-chips.md',
    post({ title: 'Chips', categories: '[Chips, news]', tags: '[Silicon, Asia]' }),
  )
  write(
    'posts/2026-03-15-eu.md',
    post({ title: 'Europe', categories: 'News', tags: '[Silicon]', author: 'andre' }),
  )
  write(
    'posts/2026-03-15-asia.md',
    post({ title: 'Asia', tags: '[silicon, ASIA]', related: '[eu]', featured: 'true' }),
  )
  write(
    'posts/2026-04-01-models.md',
    post({ title: 'Models', categories: 'News', aliases: '[/2026/models.html, "/2026/it%27s,ok"]' }),
  )
  const correction = '[{ date: 2026-04-09, type: correction, text: It was six. }]'
  write(
    'posts/2025-12-31-old.md',
    post({ title: 'Old models', series: 'Looking back', corrections: correction }),
  )
  const hidden = {
    categories: '[News, Hidden]',
    tags: '[Silicon, Secret]',
    series: 'Looking back',
    featured: 'true',
  }
  const canary = { ...hidden, title: 'Canary', corrections: correction }
  write('posts/2026-03-20-draft.md', post({ ...canary, draft: 'true', aliases: '[/draft-alias]' }, 'canary'))
  write('posts/2026-07-01-scheduled.md', post({ ...canary, aliases: '[/scheduled-alias]' }, 'canary'))
  write('posts/about.md', post({ layout: 'page', date: '2026-01-01', title: 'About' }, 'canary'))
  write('posts/later.md', post({ layout: 'page', date: '2026-08-01', title: 'Later' }))
  const report = await sync({ keepDrafts: true })
  expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  archive = reader()
})
afterAll(tidyUp)

test('lists are newest first and paged', () => {
  expect(slugs(lists.listLatest(archive, now, 10))).toEqual(['models', 'eu', 'asia', 'chips', 'old'])
  expect(slugs(lists.listLatest(archive, now, 2, 1))).toEqual(['eu', 'asia'])
  expect(lists.listLatest(archive, now, 0)).toEqual([])
  expect(lists.listLatest(archive, now, -1)).toEqual([])
  expect(slugs(lists.listLatest(archive, now, 10, -5))).toHaveLength(5)
})

test('a list knows everything of a post but its body', () => {
  const [first] = lists.listLatest(archive, now, 1)
  expect(first).toMatchObject({
    title: 'Models',
    authors: ['desk'],
    aliases: ['/2026/models.html', "/2026/it's%2Cok"],
  })
  expect(first).not.toHaveProperty('body')
})

test('categories, tags, authors, series and months each have their list and its length', () => {
  expect(slugs(lists.listByCategory(archive, now, 'news', 10))).toEqual(['models', 'eu', 'chips'])
  expect(lists.countByCategory(archive, now, 'news')).toBe(3)
  expect(slugs(lists.listByTag(archive, now, 'silicon', 2, 1))).toEqual(['asia', 'chips'])
  expect(lists.countByTag(archive, now, 'silicon')).toBe(3)
  expect(slugs(lists.listByAuthor(archive, now, 'andre', 10))).toEqual(['eu'])
  expect(lists.countByAuthor(archive, now, 'desk')).toBe(4)
  expect(slugs(lists.listBySeries(archive, now, 'looking-back', 10))).toEqual(['old'])
  expect(lists.countBySeries(archive, now, 'looking-back')).toBe(1)
  expect(slugs(lists.listByMonth(archive, now, { year: 2026, month: 3 }, 10))).toEqual([
    'eu',
    'asia',
    'chips',
  ])
  expect(lists.countByMonth(archive, now, { year: 2026, month: 3 })).toBe(3)
  expect(lists.countLatest(archive, now)).toBe(5)
  expect(slugs(lists.listFeatured(archive, now, 5))).toEqual(['asia'])
})

test('the archive counts months, and terms are counted under the name they were last given', () => {
  expect(terms.listMonths(archive, now)).toEqual([
    { year: 2026, month: 4, count: 1 },
    { year: 2026, month: 3, count: 3 },
    { year: 2025, month: 12, count: 1 },
  ])
  expect(terms.listCategories(archive, now)).toEqual([
    { slug: 'chips', name: 'Chips', count: 1 },
    { slug: 'news', name: 'News', count: 3 },
  ])
  expect(terms.listTags(archive, now).map(({ slug, count }) => [slug, count])).toEqual([
    ['asia', 2],
    ['silicon', 3],
  ])
  expect(terms.findCategory(archive, now, 'news')).toEqual({ slug: 'news', name: 'News', count: 3 })
  expect(terms.findCategory(archive, now, 'hidden')).toBeUndefined()
  expect(terms.listSeries(archive, now)).toEqual([{ slug: 'looking-back', name: 'Looking back', count: 1 }])
  expect(terms.listAuthors(archive, now).map(({ id, count }) => [id, count])).toEqual([
    ['andre', 1],
    ['desk', 4],
    ['idle', 0],
  ])
  expect(terms.findAuthor(archive, 'andre')).toMatchObject({ name: 'Andre' })
  expect(terms.findAuthor(archive, 'nobody')).toBeUndefined()
})

test('a story has one before and one after it, also when two are of the same moment', () => {
  const around = (slug: string) => {
    const { previous, next } = listNeighbours(archive, now, slug)
    return [previous?.slug, next?.slug]
  }
  expect(around('models')).toEqual(['eu', undefined])
  expect(around('eu')).toEqual(['asia', 'models'])
  expect(around('asia')).toEqual(['chips', 'eu'])
  expect(around('old')).toEqual([undefined, 'chips'])
  expect(around('draft')).toEqual([undefined, undefined])
})

test('related are those the author named, then shared tags, then the category, then similar words', () => {
  expect(slugs(listRelated(archive, now, 'asia', 2))).toEqual(['eu', 'chips'])
  expect(slugs(listRelated(archive, now, 'chips', 3))).toEqual(['asia', 'eu', 'models'])
  expect(slugs(listRelated(archive, now, 'models', 5))).toEqual(['eu', 'chips', 'old'])
  expect(listRelated(archive, now, 'nothing', 5)).toEqual([])
})

test('a standing page is a page and in no list', () => {
  expect(pageBySlug(archive, now, 'about')?.title).toBe('About')
  expect(slugs(listPages(archive, now))).toEqual(['about'])
  expect(postBySlug(archive, now, 'about')).toBeUndefined()
  expect(pageBySlug(archive, now, 'chips')).toBeUndefined()
})

test('an old path leads to its story', () => {
  expect(slugByAlias(archive, now, '/2026/models.html')).toBe('models')
  expect(slugByAlias(archive, now, '/2026/models.html/')).toBe('models')
  expect(slugByAlias(archive, now, '/models.html')).toBeUndefined()
  for (const path of ["/2026/it's,ok", '/2026/it%27s%2Cok/', "/2026/it's%2cok"])
    expect(slugByAlias(archive, now, path)).toBe('models')
})

test('P3: a draft or scheduled post is in no answer', () => {
  const everything = JSON.stringify([
    lists.listLatest(archive, now, 99),
    lists.listFeatured(archive, now, 99),
    lists.listByCategory(archive, now, 'news', 99),
    lists.listByCategory(archive, now, 'hidden', 99),
    lists.listByTag(archive, now, 'silicon', 99),
    lists.listBySeries(archive, now, 'looking-back', 99),
    lists.listByAuthor(archive, now, 'desk', 99),
    lists.listByMonth(archive, now, { year: 2026, month: 7 }, 99),
    terms.listCategories(archive, now),
    terms.listTags(archive, now),
    terms.listMonths(archive, now),
    search(archive, now, 'canary', 99),
    listRelated(archive, now, 'chips', 99),
    listCorrections(archive, now, 99),
    listPages(archive, now),
    listNeighbours(archive, now, 'models'),
    ...['draft', 'scheduled', 'later'].flatMap((slug) => [
      postBySlug(archive, now, slug),
      pageBySlug(archive, now, slug),
    ]),
    ...['/draft-alias', '/scheduled-alias'].map((path) => slugByAlias(archive, now, path)),
  ])
  for (const word of ['anary', 'draft', 'scheduled', 'idden', 'ecret', 'later']) {
    expect(everything.replaceAll('"draft":false', '')).not.toContain(word)
  }
})

test('P3: a search does not even count drafts and scheduled posts', () => {
  expect(search(archive, now, 'canary', 10)).toEqual({ hits: [], total: 0 })
})

test('a preview finds posts in any state', () => {
  expect(postInAnyState(archive, 'draft')?.title).toBe('Canary')
  expect(postInAnyState(archive, 'scheduled')?.title).toBe('Canary')
  expect(postInAnyState(archive, 'nothing')).toBeUndefined()
})

test('P4: a scheduled post is public everywhere once its time has come', () => {
  const time = nextScheduled(archive, now) ?? 0
  expect(new Date(time).toISOString()).toBe('2026-06-30T22:00:00.000Z')
  expect(postBySlug(archive, time - 1, 'scheduled')).toBeUndefined()
  expect(postBySlug(archive, time, 'scheduled')?.title).toBe('Canary')
  expect(slugs(lists.listLatest(archive, time, 1))).toEqual(['scheduled'])
  expect(search(archive, time, 'canary', 10).total).toBe(1)
  expect(terms.listTags(archive, time).map(({ slug }) => slug)).toContain('secret')
  expect(pageBySlug(archive, nextScheduled(archive, time) ?? 0, 'later')?.title).toBe('Later')
  expect(nextScheduled(archive, Date.parse('2027-01-01'))).toBeUndefined()
})

test('what readers do not see is listed with its reason', () => {
  expect(listUnpublished(archive, now)).toEqual([
    { path: 'posts/2026-03-20-draft.md', slug: 'draft', reason: 'draft' },
    {
      path: 'posts/2026-07-01-scheduled.md',
      slug: 'scheduled',
      reason: 'scheduled',
      at: '2026-07-01T00:00:00+02:00',
    },
    { path: 'posts/later.md', slug: 'later', reason: 'scheduled', at: '2026-08-01T00:00:00+02:00' },
  ])
})

test('corrections come with the post they are of', () => {
  const [first, ...more] = listCorrections(archive, now, 10)
  expect(first?.post.slug).toBe('old')
  expect(first?.correction).toMatchObject({ type: 'correction', text: 'It was six.' })
  expect(more).toEqual([])
})

test('health knows how much is published and when the last sync was', () => {
  expect(storeStatus(archive, now)).toEqual({ published: 5, synced: '2026-06-01T12:00:00.000Z' })
})
