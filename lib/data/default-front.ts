import { site } from '@/site.config'
import { type Container, layouts } from '../content/front-page'
import { type FilledContainer, frontStories } from '../store/queries/front-posts'
import * as lists from '../store/queries/lists'
import type { PostIndex } from '../store/reader'

/** Where nobody chose, the bands take turns, so that a long page has a rhythm. */
const rhythm = ['feature', 'columns', 'mirror', 'headlines'] as const

/** The front without front.yml: a featured story or the newest leads, the next ones beside it, a band for each section. */
export function usualFront(index: PostIndex, now: number): FilledContainer[] {
  const featured = lists.latest(index, now, 12).find((post) => post.featured)
  const lead: Container = {
    layout: 'lead',
    picks: featured ? [featured.slug] : [],
    fill: { by: 'latest' },
    limit: layouts.lead,
  }
  const bands = site.sections.map(
    ({ slug, name }): Container => ({
      ...{ title: name, layout: 'feature', picks: [], limit: layouts.feature },
      fill: { by: 'category', slug, written: name },
    }),
  )
  return frontStories(index, now, [lead, ...bands]).map((container, at) => {
    const layout = at === 0 ? 'lead' : (rhythm[(at - 1) % rhythm.length] ?? 'columns')
    return { ...container, layout, stories: container.stories.slice(0, layouts[layout]) }
  })
}
