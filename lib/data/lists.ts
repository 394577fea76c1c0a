import { site } from '@/site.config'
import type { Summary } from '../content/summary'
import { renderBody } from '../render/render'
import * as lists from '../store/queries/lists'
import * as terms from '../store/queries/terms'
import type { PostIndex } from '../store/reader'
import { cacheMissingList, cacheUntilListChanges, cacheUntilNextChange } from './lifetimes'
import { bodyLookups, openIndex, toPostCards } from './open-index'

/** The lists that the build makes: those of most stories. The others cost their first reader what they would have cost the build. */
function longestLists(found: { slug: string; count: number }[]): string[] {
  const slugs = found.sort((a, b) => b.count - a.count).map(({ slug }) => slug)
  return slugs.length > 0 ? slugs.slice(0, site.perPage) : ['-']
}
export const listCategorySlugs = async () => longestLists(terms.listCategories(await openIndex(), Date.now()))
export const listTagSlugs = async () => longestLists(terms.listTags(await openIndex(), Date.now()))
export const listAuthorSlugs = async () =>
  longestLists(terms.listAuthors(await openIndex(), Date.now()).map(({ id, count }) => ({ slug: id, count })))

/** The number in the address of a later page; 0, which is no page, for anything but 2, 3 … */
export const parseLaterPage = (text: string) =>
  /^[1-9]\d{0,5}$/.test(text) && text !== '1' ? Number(text) : 0

type Count = (index: PostIndex, now: number, slug: string) => number
type Ask = (index: PostIndex, now: number, slug: string, limit: number, offset: number) => Summary[]

/** One page of a list; undefined when there is no such page. Page 1 is there even when the list is empty. */
function getListPage(index: PostIndex, slug: string, page: number, count: Count, ask: Ask) {
  const now = Date.now()
  const total = count(index, now, slug)
  const pages = Math.max(1, Math.ceil(total / site.perPage))
  if (page < 1 || page > pages) return undefined
  const summaries = ask(index, now, slug, site.perPage, (page - 1) * site.perPage)
  return { slug, count: total, page, pages, posts: toPostCards(index, summaries) }
}

export async function getCategoryPage(slug: string, page: number) {
  'use cache'
  const index = await openIndex()
  const section = site.sections.find((known) => known.slug === slug)
  const known = terms.findCategory(index, Date.now(), slug) ?? section
  const list = known && getListPage(index, slug, page, lists.countByCategory, lists.listByCategory)
  list
    ? cacheUntilListChanges(index, Date.now(), `category:${slug}`)
    : cacheMissingList(index, `category:${slug}`)
  return list && { ...list, name: known.name }
}

export async function getTagPage(slug: string, page: number) {
  'use cache'
  const index = await openIndex()
  const known = terms.findTag(index, Date.now(), slug)
  const list = known && getListPage(index, slug, page, lists.countByTag, lists.listByTag)
  list ? cacheUntilListChanges(index, Date.now(), `tag:${slug}`) : cacheMissingList(index, `tag:${slug}`)
  return list && { ...list, name: known.name }
}

export async function getAuthorPage(slug: string, page: number) {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const author = terms.findAuthor(index, slug)
  const list = author && getListPage(index, slug, page, lists.countByAuthor, lists.listByAuthor)
  if (!list) {
    cacheMissingList(index, `author:${slug}`)
    return undefined
  }
  cacheUntilListChanges(index, now, `author:${slug}`)
  const biography = { body: author.bio, bodyLine: 1, format: 'md', path: author.path } as const
  return { ...list, author, bio: (await renderBody(biography, bodyLookups(index, now))).html }
}

export async function listArchiveMonths() {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  cacheUntilNextChange(index, now)
  return terms.listMonths(index, now)
}

/** One page of a month; undefined when there is no such page, and for a month without a story. */
export async function getMonthPage(year: string, month: string, page: number) {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const asked = { year: Number(year), month: Number(month) }
  const slug = `${year}-${month}`
  const list = /^\d{4}-(0[1-9]|1[0-2])$/.test(slug)
    ? getListPage(
        index,
        slug,
        page,
        () => lists.countByMonth(index, now, asked),
        (_index, _now, _slug, ...window) => lists.listByMonth(index, now, asked, ...window),
      )
    : undefined
  const found = list && list.count > 0 ? { ...list, ...asked } : undefined
  found ? cacheUntilListChanges(index, now, `month:${slug}`) : cacheMissingList(index, `month:${slug}`)
  return found
}
