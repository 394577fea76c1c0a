import { site } from '@/site.config'
import type { Summary } from '../content/summary'
import { renderBody } from '../render/render'
import * as lists from '../store/queries/lists'
import * as terms from '../store/queries/terms'
import type { PostIndex } from '../store/reader'
import { untilListChanges, untilListed, untilNextChange } from './lifetimes'
import { factsOf, openIndex, toStories } from './open-index'

/** The lists that the build makes: those of most stories. The others cost their first reader what they would have cost the build. */
function fullest(found: { slug: string; count: number }[]): string[] {
  const slugs = found.sort((a, b) => b.count - a.count).map(({ slug }) => slug)
  return slugs.length > 0 ? slugs.slice(0, site.perPage) : ['-']
}
export const categorySlugs = async () => fullest(terms.categories(await openIndex(), Date.now()))
export const tagSlugs = async () => fullest(terms.tags(await openIndex(), Date.now()))
export const authorSlugs = async () =>
  fullest(terms.authors(await openIndex(), Date.now()).map(({ id, count }) => ({ slug: id, count })))

/** The number in the address of a later page; 0, which is no page, for anything but 2, 3 … */
export const laterPage = (text: string) => (/^[1-9]\d{0,5}$/.test(text) && text !== '1' ? Number(text) : 0)

type Count = (index: PostIndex, now: number, slug: string) => number
type Ask = (index: PostIndex, now: number, slug: string, limit: number, offset: number) => Summary[]

/** One page of a list; undefined when there is no such page. Page 1 is there even when the list is empty. */
function pageOf(index: PostIndex, slug: string, page: number, count: Count, ask: Ask) {
  const now = Date.now()
  const total = count(index, now, slug)
  const pages = Math.max(1, Math.ceil(total / site.perPage))
  if (page < 1 || page > pages) return undefined
  const summaries = ask(index, now, slug, site.perPage, (page - 1) * site.perPage)
  return { slug, count: total, page, pages, stories: toStories(index, summaries) }
}

export async function categoryList(slug: string, page: number) {
  'use cache'
  const index = await openIndex()
  const section = site.sections.find((known) => known.slug === slug)
  const known = terms.category(index, Date.now(), slug) ?? section
  const list = known && pageOf(index, slug, page, lists.countInCategory, lists.inCategory)
  list ? untilListChanges(index, Date.now(), `category:${slug}`) : untilListed(index, `category:${slug}`)
  return list && { ...list, name: known.name }
}

export async function tagList(slug: string, page: number) {
  'use cache'
  const index = await openIndex()
  const known = terms.tag(index, Date.now(), slug)
  const list = known && pageOf(index, slug, page, lists.countWithTag, lists.withTag)
  list ? untilListChanges(index, Date.now(), `tag:${slug}`) : untilListed(index, `tag:${slug}`)
  return list && { ...list, name: known.name }
}

export async function authorList(slug: string, page: number) {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const author = terms.author(index, slug)
  const list = author && pageOf(index, slug, page, lists.countByAuthor, lists.byAuthor)
  if (!list) {
    untilListed(index, `author:${slug}`)
    return undefined
  }
  untilListChanges(index, now, `author:${slug}`)
  const biography = { body: author.bio, bodyLine: 1, format: 'md', path: author.path } as const
  return { ...list, author, bio: (await renderBody(biography, factsOf(index, now))).html }
}

export async function archiveMonths() {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  untilNextChange(index, now)
  return terms.months(index, now)
}

/** One page of a month; undefined when there is no such page, and for a month without a story. */
export async function monthList(year: string, month: string, page: number) {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const asked = { year: Number(year), month: Number(month) }
  const slug = `${year}-${month}`
  const list = /^\d{4}-(0[1-9]|1[0-2])$/.test(slug)
    ? pageOf(
        index,
        slug,
        page,
        () => lists.countInMonth(index, now, asked),
        (_index, _now, _slug, ...window) => lists.inMonth(index, now, asked, ...window),
      )
    : undefined
  const found = list && list.count > 0 ? { ...list, ...asked } : undefined
  found ? untilListChanges(index, now, `month:${slug}`) : untilListed(index, `month:${slug}`)
  return found
}
