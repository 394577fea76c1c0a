import type { Container, Fill } from '@/lib/content/front-page'
import type { Summary } from '@/lib/content/summary'
import type { PostIndex } from '../reader'
import { listByAuthor, listByCategory, listByTag, listLatest } from './lists'
import { slugByAlias, summaryBySlug } from './posts'

/** A container with its stories. */
export type FilledContainer = Container & { posts: Summary[] }

/**
 * The stories of each container: what was picked, then what fills it up, newest first. No story twice: what one container
 * picks, no other is filled with. What is picked and not public leaves no hole, and a container without stories is left out.
 */
export function fillContainers(store: PostIndex, now: number, containers: Container[]): FilledContainer[] {
  const taken = new Set<string>()
  const take = (candidates: Summary[], limit: number) => {
    const fresh = candidates.filter(({ slug }) => !taken.has(slug)).slice(0, limit)
    for (const { slug } of fresh) taken.add(slug)
    return fresh
  }
  const picked = containers.map(({ picks, limit }) =>
    take(unique(picks.flatMap((slug) => resolvePublished(store, now, slug) ?? [])), limit),
  )
  return containers.flatMap((container, index) => {
    const chosen = picked[index] ?? []
    const room = container.limit - chosen.length
    const more = room > 0 ? fillerPosts(store, now, container.fill, room + taken.size) : []
    const posts = [...chosen, ...take(more, room)]
    return posts.length > 0 ? [{ ...container, posts }] : []
  })
}

/** The published story of that slug, also by an address it had before. */
export function resolvePublished(store: PostIndex, now: number, slug: string): Summary | undefined {
  const found = summaryBySlug(store, now, slug)
  const moved = found ? undefined : slugByAlias(store, now, `/${slug}`)
  return moved === undefined ? found : summaryBySlug(store, now, moved)
}

const unique = (posts: Summary[]) => [...new Map(posts.map((post) => [post.slug, post])).values()]

const lists = { category: listByCategory, tag: listByTag, author: listByAuthor }

function fillerPosts(store: PostIndex, now: number, fill: Fill | undefined, limit: number): Summary[] {
  if (!fill) return []
  return fill.by === 'latest' ? listLatest(store, now, limit) : lists[fill.by](store, now, fill.slug, limit)
}
