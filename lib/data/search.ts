import { site } from '@/site.config'
import * as terms from '../store/queries/terms'
import { headlines, search } from '../store/search/search'
import type { SearchFor } from '../urls'
import { openIndex, toStories } from './open-index'

/** So many pages can be looked through; who needs more needs other words. */
const mostPages = 50

/**
 * A page of what was found, with what it can be narrowed by. Answered for each reader anew: queries are as many as
 * readers, and one costs a few milliseconds.
 */
export async function results({ q = '', section, author, year, page = 1 }: SearchFor) {
  const [index, now] = [await openIndex(), Date.now()]
  const offset = (Math.min(page, mostPages) - 1) * site.perPage
  const filters = { category: section, author, year }
  const { total, hits } = search(index, now, q, site.perPage, offset, filters)
  const stories = toStories(
    index,
    hits.map(({ post }) => post),
  )
  const found = hits.flatMap(({ title, snippet }, place) => {
    const story = stories[place]
    return story ? [{ story, title, snippet }] : []
  })
  const asked = author ? terms.author(index, author) : undefined
  const authors = [...stories.flatMap(({ bylines }) => bylines), ...(asked ? [asked] : [])]
  return {
    total,
    pages: Math.min(Math.ceil(total / site.perPage), mostPages),
    hits: found,
    authors: [...new Map(authors.map(({ id, name }) => [id, { slug: id, name }])).values()],
    years: [...new Set(terms.months(index, now).map((month) => month.year))],
  }
}

/** Headlines in which the words are, newest first. */
export async function suggestions(q: string): Promise<string[]> {
  return headlines(await openIndex(), Date.now(), q, 8)
}
