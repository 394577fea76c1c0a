import { site } from '@/site.config'
import * as terms from '../store/queries/terms'
import { suggestHeadlines as findHeadlines, search } from '../store/search/search'
import type { SearchParams } from '../urls'
import { openIndex, toPostCards } from './open-index'

/** So many pages can be looked through; who needs more needs other words. */
const maxPages = 50

/**
 * A page of what was found, with what it can be narrowed by. Answered for each reader anew: queries are as many as
 * readers, and one costs a few milliseconds.
 */
export async function searchPosts({ q = '', section, author, year, page = 1 }: SearchParams) {
  const [index, now] = [await openIndex(), Date.now()]
  const offset = (Math.min(page, maxPages) - 1) * site.perPage
  const filters = { category: section, author, year }
  const { total, hits } = search(index, now, q, site.perPage, offset, filters)
  const posts = toPostCards(
    index,
    hits.map(({ post }) => post),
  )
  const found = hits.flatMap(({ title, snippet }, place) => {
    const post = posts[place]
    return post ? [{ post, title, snippet }] : []
  })
  const asked = author ? terms.findAuthor(index, author) : undefined
  const authors = [...posts.flatMap(({ bylines }) => bylines), ...(asked ? [asked] : [])]
  return {
    total,
    pages: Math.min(Math.ceil(total / site.perPage), maxPages),
    hits: found,
    authors: [...new Map(authors.map(({ id, name }) => [id, { slug: id, name }])).values()],
    years: [...new Set(terms.listMonths(index, now).map((month) => month.year))],
  }
}

/** Headlines in which the words are, newest first. */
export async function suggestHeadlines(q: string): Promise<string[]> {
  return findHeadlines(await openIndex(), Date.now(), q, 8)
}
