/** S4: what a server holds while readers go all over the archive. An hour with edits and faults is soak.ts. */
import { makePost } from './corpus'
import type { Figure } from './figure'
import { load } from './load'
import { megabytes, type Server } from './site'

export async function memory(server: Server, posts: number, seconds: number): Promise<Figure[]> {
  const before = megabytes(server.pid)
  const paths = wanderings(posts)
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, megabytes(server.pid))
  }, 250)
  const read = await load(server.url, seconds, 10, paths)
  clearInterval(watch)
  if (read.failed > 0) throw new Error(`${read.failed} of ${read.requests} requests failed.`)
  return [
    {
      ...{
        goal: 'S4',
        what: `memory at most in ${seconds / 60} min of mixed reading`,
        posts,
        value: most,
        unit: 'MB',
      },
      asked: { of: 'value', most: 350 },
    },
    { goal: 'S4', what: '… before it', posts, value: before, unit: 'MB' },
    { goal: 'S4', what: '… requests answered meanwhile', posts, value: read.perSecond, unit: 'a second' },
  ]
}

/** 5,000 addresses all over the archive: stories, a tenth of them lists and feeds, some searches and wrong ones. */
export function wanderings(posts: number): string[] {
  return Array.from({ length: 5000 }, (_, index) => {
    const slug = makePost((index * 7919) % posts, posts, 1).path.replace(/.*\/\d{4}-\d\d-\d\d-|\.mdx?$/g, '')
    if (index % 50 === 0) return `/nothing-here-${index}`
    if (index % 25 === 0) return `/search?q=${slug.split('-')[0]}`
    return index % 10 === 0
      ? (['/', '/category/news', '/archive', '/feed.xml'][(index / 10) % 4] ?? '/')
      : `/${slug}`
  })
}
