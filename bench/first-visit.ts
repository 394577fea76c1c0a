/** S3: the first visit to articles that nobody has asked for, and searches, one after the other over a kept connection. */

import { makePost } from './corpus'
import { type Figure, quantile } from './figure'
import { readers } from './readers'

const visits = 400

export async function firstVisits(
  url: string,
  posts: number,
): Promise<{ figures: Figure[]; times: Record<string, number[]> }> {
  const slugs = Array.from({ length: visits }, (_, index) => {
    // All over the archive, but for the newest, which are made by the build.
    const { path } = makePost(Math.floor(((posts - 250) * index) / visits), posts, 1)
    return path.replace(/.*\/\d{4}-\d\d-\d\d-/, '').replace(/\.mdx?$/, '')
  })
  const queries = slugs.map((slug, index) => {
    const words = slug.split('-').slice(0, 4)
    return index % 3 === 2 ? `${words[0]} ${words[1]}` : (words[index % 4] ?? '')
  })
  const ask = readers(url)
  // The process itself is warm: so is one that has served its first readers.
  for (let n = 0; n < 30; n++)
    await ask(`/${makePost(posts - 260 - n, posts, 1).path.replace(/.*\/\d{4}-\d\d-\d\d-|\.mdx?$/g, '')}`)
  for (const query of queries.slice(0, 20)) await ask(`/search?q=${query}x`)
  const times = { visits: [] as number[], searches: [] as number[] }
  for (const slug of slugs) times.visits.push(await ask(`/${slug}`))
  for (const query of queries) times.searches.push(await ask(`/search?q=${encodeURIComponent(query)}`))
  ask.end()
  const of = (what: string, list: number[], share: number): Figure => ({
    ...{ goal: 'S3', what: `${what}, ${share === 0.5 ? 'median' : 'p99'}`, posts },
    ...{ value: quantile(list, share), unit: 'ms' },
    asked: share === 0.5 ? undefined : { of: 'value', most: 50 },
  })
  return {
    times,
    figures: [
      of('first visit', times.visits, 0.5),
      of('first visit', times.visits, 0.99),
      of('search', times.searches, 0.5),
      of('search', times.searches, 0.99),
    ],
  }
}
