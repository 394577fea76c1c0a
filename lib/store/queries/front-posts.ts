import type { Container, Fill } from '@/lib/content/front-page'
import type { Summary } from '@/lib/content/summary'
import type { PostIndex } from '../reader'
import { byAuthor, inCategory, latest, withTag } from './lists'
import { aliasTarget, publishedSummary } from './posts'

/** A container with its stories. */
export type FilledContainer = Container & { stories: Summary[] }

/**
 * The stories of each container: what was picked, then what fills it up, newest first. No story twice: what one container
 * picks, no other is filled with. What is picked and not public leaves no hole, and a container without stories is left out.
 */
export function frontStories(archive: PostIndex, now: number, containers: Container[]): FilledContainer[] {
  const taken = new Set<string>()
  const take = (candidates: Summary[], limit: number) => {
    const fresh = candidates.filter(({ slug }) => !taken.has(slug)).slice(0, limit)
    for (const { slug } of fresh) taken.add(slug)
    return fresh
  }
  const picked = containers.map(({ picks, limit }) =>
    take(unique(picks.flatMap((slug) => publicStory(archive, now, slug) ?? [])), limit),
  )
  return containers.flatMap((container, index) => {
    const chosen = picked[index] ?? []
    const room = container.limit - chosen.length
    const more = room > 0 ? filling(archive, now, container.fill, room + taken.size) : []
    const stories = [...chosen, ...take(more, room)]
    return stories.length > 0 ? [{ ...container, stories }] : []
  })
}

/** The published story of that slug, also by an address it had before. */
export function publicStory(archive: PostIndex, now: number, slug: string): Summary | undefined {
  const found = publishedSummary(archive, now, slug)
  const moved = found ? undefined : aliasTarget(archive, now, `/${slug}`)
  return moved === undefined ? found : publishedSummary(archive, now, moved)
}

const unique = (stories: Summary[]) => [...new Map(stories.map((story) => [story.slug, story])).values()]

const lists = { category: inCategory, tag: withTag, author: byAuthor }

function filling(archive: PostIndex, now: number, fill: Fill | undefined, limit: number): Summary[] {
  if (!fill) return []
  return fill.by === 'latest' ? latest(archive, now, limit) : lists[fill.by](archive, now, fill.slug, limit)
}
