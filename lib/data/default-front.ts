import { site } from '@/site.config'
import { type Container, containerLayouts } from '../content/front-page'
import { type FilledContainer, fillContainers } from '../store/queries/front-posts'
import * as lists from '../store/queries/lists'
import type { PostIndex } from '../store/reader'

/** Where nobody chose, the bands take turns, so that a long page has a rhythm. */
const layoutRotation = ['feature', 'columns', 'mirror', 'headlines'] as const

/** The front without front.yml: a featured story or the newest leads, the next ones beside it, a band for each section. */
export function buildDefaultFront(index: PostIndex, now: number): FilledContainer[] {
  const featured = lists.listLatest(index, now, 12).find((post) => post.featured)
  const lead: Container = {
    layout: 'lead',
    picks: featured ? [featured.slug] : [],
    fill: { by: 'latest' },
    limit: containerLayouts.lead,
  }
  const bands = site.sections.map(
    ({ slug, name }): Container => ({
      ...{ title: name, layout: 'feature', picks: [], limit: containerLayouts.feature },
      fill: { by: 'category', slug, written: name },
    }),
  )
  return fillContainers(index, now, [lead, ...bands]).map((container, at) => {
    const layout = at === 0 ? 'lead' : (layoutRotation[(at - 1) % layoutRotation.length] ?? 'columns')
    return { ...container, layout, stories: container.posts.slice(0, containerLayouts[layout]) }
  })
}
