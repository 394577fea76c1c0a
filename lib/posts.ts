import { cacheLife, cacheTag } from 'next/cache'
import { site } from '@/site.config'
import { archive, freshArchive } from './archive/current'
import * as lists from './archive/lists'
import * as one from './archive/one-post'
import type { Archive } from './archive/reader'
import { related } from './archive/related'
import * as state from './archive/state'
import * as terms from './archive/terms'
import type { Author } from './content/author'
import type { Post } from './content/post'
import { type Story, type Summary, toStory } from './content/story'
import { checkBody } from './mdx/check'
import type { Facts } from './mdx/facts'
import { renderBody, renderHtml } from './mdx/render'
import { pictureFor } from './pictures/open-graph'
import { type Entry, newestChange } from './syndication/feed'
import { articlePages, type SitemapPage } from './syndication/sitemap'
import { archivePath, authorPath, categoryPath, feedPath, homePath, type Ratio, tagPath } from './urls'

/**
 * The door: every question a page may ask, what its answer is cached for and under which tag. Published posts only.
 *
 * Lifetimes are finite throughout: a page whose refresh failed must be tried again. What is not there is kept for a
 * minute (`expire` may not be below five on a static page), or Next would let proxies keep the 404 for a year.
 */
const missing = { stale: 60, revalidate: 60, expire: 300 }
const day = 86_400

const ask = async (): Promise<Archive> =>
  process.env.NODE_ENV === 'development' ? freshArchive(checkBody) : archive()

/** A list is good until the next scheduled post changes it, and a month at most. */
function untilNextChange(index: Archive, now: number) {
  const next = state.nextChange(index, now)
  const seconds = next === undefined ? 30 * day : Math.max(1, Math.ceil((next - now) / 1000))
  cacheTag('lists')
  cacheLife({ stale: 60, revalidate: Math.min(seconds, 30 * day), expire: 365 * day })
}

const toStories = (index: Archive, summaries: Summary[]): Story[] =>
  summaries.map((summary) =>
    toStory(
      summary,
      (id) => terms.author(index, id),
      (src) => state.picture(index, src),
    ),
  )

/** What the bodies of posts may look up: sizes of pictures, and cards of other public posts. */
function factsOf(index: Archive, now: number): Facts {
  return {
    picture: (src) => state.picture(index, src),
    post: (slug) => {
      const found = one.postBySlug(index, now, slug)
      return found && { ...found, section: found.categories[0] }
    },
  }
}

const authorsOf = (index: Archive, post: Pick<Post, 'authors'>): Author[] =>
  post.authors.flatMap((id) => terms.author(index, id) ?? [])

/** The front page: a lead, stories beside it, a band for each section, the latest. No story twice above the latest. */
export async function front() {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  untilNextChange(index, now)
  const newest = lists.latest(index, now, 12)
  const lead = newest.find((post) => post.featured) ?? newest[0]
  const top = newest.filter((post) => post !== lead).slice(0, 4)
  const shown = new Set([lead, ...top].map((post) => post?.slug))
  const bands = site.sections.map(({ slug, name, description }) => {
    const inSection = lists.inCategory(index, now, slug, 9).filter((post) => !shown.has(post.slug))
    return { slug, name, description, stories: toStories(index, inSection.slice(0, 4)) }
  })
  return {
    lead: lead && toStories(index, [lead])[0],
    top: toStories(index, top),
    bands: bands.filter(({ stories }) => stories.length > 0),
    latest: toStories(index, newest.slice(0, 8)),
  }
}

/** A story or a standing page with everything around it; undefined when there is no such post, or not yet. */
export async function article(slug: string) {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  const post = one.postBySlug(index, now, slug) ?? one.page(index, now, slug)
  cacheTag(`post:${slug}`)
  if (!post) {
    untilScheduled(index, now, slug)
    return undefined
  }
  // Related stories and neighbours may be a day old; the story itself is refreshed by its tag.
  cacheLife('days')
  const { body: _body, bodyLine: _bodyLine, ...summary } = post
  const { content, headings } = await renderBody(post, factsOf(index, now))
  const isStory = post.layout === 'post'
  const around = isStory ? one.neighbours(index, now, slug) : {}
  const years = Math.floor((now - Date.parse(post.published)) / (365.2425 * day * 1000))
  return {
    story: toStories(index, [summary])[0] ?? { ...summary, bylines: [] },
    authors: authorsOf(index, post),
    content,
    headings,
    series: post.series ? toStories(index, lists.inSeries(index, now, post.series.slug, 50)).reverse() : [],
    related: isStory ? toStories(index, related(index, now, slug, 3)) : [],
    previous: around.previous,
    next: around.next,
    yearsOld: isStory && years >= site.oldAfterYears ? years : undefined,
  }
}

/** A missing slug is looked up again after a minute, a scheduled one at its time. */
function untilScheduled(index: Archive, now: number, slug: string) {
  const waiting = one.postAnyState(index, slug)
  const seconds = waiting && !waiting.draft ? Math.ceil((Date.parse(waiting.published) - now) / 1000) : 60
  cacheLife({ ...missing, revalidate: Math.max(1, Math.min(60, seconds)) })
}

/** The slug of the post that an old address leads to. */
export async function aliasTarget(path: string): Promise<string | undefined> {
  'use cache'
  cacheLife(missing)
  return one.aliasTarget(await ask(), Date.now(), path)
}

/** What is wrong with a post, for its author and in development only. */
export async function problemsAt(slug: string) {
  'use cache'
  cacheLife(missing)
  if (process.env.NODE_ENV !== 'development') return []
  return state.problemsOf(await ask(), slug)
}

/** The posts that are built before anybody asks. Next wants at least one address to try the route with. */
export async function newestSlugs(): Promise<string[]> {
  const [index, now] = [await ask(), Date.now()]
  const slugs = [...lists.latest(index, now, site.prerender), ...one.pages(index, now)].map(
    ({ slug }) => slug,
  )
  return slugs.length > 0 ? slugs : ['-']
}

const orNobody = (slugs: string[]) => (slugs.length > 0 ? slugs.slice(0, site.prerender) : ['-'])
export const categorySlugs = async () =>
  orNobody(terms.categories(await ask(), Date.now()).map(({ slug }) => slug))
export const tagSlugs = async () => orNobody(terms.tags(await ask(), Date.now()).map(({ slug }) => slug))
export const authorSlugs = async () => orNobody(terms.authors(await ask(), Date.now()).map(({ id }) => id))

/** The number in the address of a later page; 0, which is no page, for anything but 2, 3 … */
export const laterPage = (text: string) => (/^[1-9]\d{0,5}$/.test(text) && text !== '1' ? Number(text) : 0)

type Count = (index: Archive, now: number, slug: string) => number
type Ask = (index: Archive, now: number, slug: string, limit: number, offset: number) => Summary[]

/** One page of a list; undefined when there is no such page. Page 1 is there even when the list is empty. */
function pageOf(index: Archive, slug: string, page: number, count: Count, ask: Ask) {
  const now = Date.now()
  const total = count(index, now, slug)
  const pages = Math.max(1, Math.ceil(total / site.perPage))
  if (page < 1 || page > pages) return undefined
  const summaries = ask(index, now, slug, site.perPage, (page - 1) * site.perPage)
  return { slug, count: total, page, pages, stories: toStories(index, summaries) }
}

export async function categoryList(slug: string, page: number) {
  'use cache'
  const index = await ask()
  const section = site.sections.find((known) => known.slug === slug)
  const known = terms.category(index, Date.now(), slug) ?? section
  const list = known && pageOf(index, slug, page, lists.countInCategory, lists.inCategory)
  list ? untilNextChange(index, Date.now()) : cacheLife(missing)
  return list && { ...list, name: known.name }
}

export async function tagList(slug: string, page: number) {
  'use cache'
  const index = await ask()
  const known = terms.tag(index, Date.now(), slug)
  const list = known && pageOf(index, slug, page, lists.countWithTag, lists.withTag)
  list ? untilNextChange(index, Date.now()) : cacheLife(missing)
  return list && { ...list, name: known.name }
}

export async function authorList(slug: string, page: number) {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  const author = terms.author(index, slug)
  const list = author && pageOf(index, slug, page, lists.countByAuthor, lists.byAuthor)
  if (!list) {
    cacheLife(missing)
    return undefined
  }
  untilNextChange(index, now)
  const biography = { body: author.bio, bodyLine: 1, format: 'md', path: author.path } as const
  return { ...list, author, bio: (await renderBody(biography, factsOf(index, now))).content }
}

export async function archiveMonths() {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  untilNextChange(index, now)
  return terms.months(index, now)
}

export async function monthList(year: string, month: string) {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  const asked = { year: Number(year), month: Number(month) }
  const written = /^\d{4}$/.test(year) && /^(0[1-9]|1[0-2])$/.test(month)
  const summaries = written ? lists.inMonth(index, now, asked, 500) : []
  summaries.length > 0 ? untilNextChange(index, now) : cacheLife(missing)
  return summaries.length > 0 ? { ...asked, stories: toStories(index, summaries) } : undefined
}

export async function newestStories() {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  untilNextChange(index, now)
  return toStories(index, lists.latest(index, now, 6))
}

/** The standing pages of the footer, in the order of the config, as far as they exist. */
export async function footerPages() {
  'use cache'
  cacheTag('pages')
  cacheLife('max')
  const found = one.pages(await ask(), Date.now())
  return site.footerPages.flatMap((slug) => found.filter((page) => page.slug === slug))
}

/** The newest stories with their whole text, for a feed. */
export async function newestEntries(limit = 30) {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  untilNextChange(index, now)
  const entries: Entry[] = []
  for (const { slug } of lists.latest(index, now, limit)) {
    const post = one.postBySlug(index, now, slug)
    if (!post) continue
    const html = await renderHtml(post, factsOf(index, now))
    const picture = post.image && state.picture(index, post.image.src)
    entries.push({ post, authors: authorsOf(index, post), html, picture })
  }
  const updated = newestChange(entries.map(({ post }) => post)) ?? '1970-01-01T00:00:00Z'
  return { path: feedPath(), homePath: homePath(), updated, entries }
}

/** Every public address, for the sitemap: stories and standing pages, then lists. */
export async function allPages(): Promise<SitemapPage[]> {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  untilNextChange(index, now)
  const posts = lists.latest(index, now, lists.countLatest(index, now))
  return [
    { path: homePath(), lastmod: newestChange(posts) },
    ...articlePages([...posts, ...one.pages(index, now)]),
    ...terms.categories(index, now).map(({ slug }) => ({ path: categoryPath(slug) })),
    ...terms.authors(index, now).map(({ id }) => ({ path: authorPath(id) })),
    ...terms.tags(index, now).map(({ slug }) => ({ path: tagPath(slug) })),
    { path: archivePath() },
  ]
}

/** The picture of a public post for social networks, as a PNG in base64; undefined when there is no such post. */
export async function sharingPicture(slug: string, ratio: Ratio): Promise<string | undefined> {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  cacheTag(`post:${slug}`)
  const post = one.postBySlug(index, now, slug) ?? one.page(index, now, slug)
  if (!post) {
    untilScheduled(index, now, slug)
    return undefined
  }
  cacheLife('days')
  return Buffer.from(await pictureFor(post, ratio, process.cwd())).toString('base64')
}
