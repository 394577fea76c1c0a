import { site } from '@/site.config'
import * as lists from '../archive/lists'
import { ask, toStories } from './ask'
import { untilNextChange } from './lifetimes'

/** The front page: a lead, stories beside it, a band for each section, the latest. No story twice above the latest. */
export async function front() {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  untilNextChange(index, now)
  const newest = lists.latest(index, now, 12)
  const lead = newest.find((post) => post.featured) ?? newest[0]
  const top = newest.filter((post) => post !== lead).slice(0, 4)
  const shown = new Set([lead, ...top].map((post) => post?.slug))
  const bands = site.sections.map(({ slug, name, description }) => {
    const inSection = lists.inCategory(index, now, slug, 9).filter((post) => !shown.has(post.slug))
    return { slug, name, description, stories: toStories(index, inSection.slice(0, 4)) }
  })
  return {
    lead: lead && toStories(index, [lead])[0],
    top: toStories(index, top),
    bands: bands.filter(({ stories }) => stories.length > 0),
    latest: toStories(index, newest.slice(0, 8)),
  }
}

/** What is offered where a page is missing. */
export async function newestStories() {
  'use cache'
  const [index, now] = [await ask(), Date.now()]
  untilNextChange(index, now)
  return toStories(index, lists.latest(index, now, 6))
}
