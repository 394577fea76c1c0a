import { cacheLife } from 'next/cache'
import { site } from '@/site.config'
import { type Fill, frontFile } from '../content/front-page'
import { type FilledContainer, frontStories, publicStory } from '../store/queries/front-posts'
import * as lists from '../store/queries/lists'
import * as state from '../store/queries/status'
import { author, category, tag } from '../store/queries/terms'
import type { PostIndex } from '../store/reader'
import { arrangedFront } from '../store/sync/front-page'
import { usualFront } from './default-front'
import { missing, untilNextChange } from './lifetimes'
import { openIndex, toStories } from './open-index'

/**
 * The front page as front.yml arranges it, or as usual, with the line of breaking news while there is one. No story twice
 * above the latest.
 */
export async function front() {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const { breaking, containers = [] } = arrangedFront(index) ?? {}
  const isOn = breaking !== undefined && Date.parse(breaking.until) > now
  untilNextChange(index, now, isOn ? Date.parse(breaking.until) : undefined)
  const filled = containers.length > 0 ? frontStories(index, now, containers) : usualFront(index, now)
  return {
    breaking: isOn
      ? {
          text: breaking.text,
          slug: breaking.story && publicStory(index, now, breaking.story)?.slug,
        }
      : undefined,
    containers: filled.map((container) => toBand(index, now, container)),
    latest: toStories(index, lists.latest(index, now, 8)),
  }
}

/** What is wrong with front.yml, for editors and in development only. */
export async function frontProblems() {
  // Outside the cached part: its short life would be the page's.
  if (process.env.NODE_ENV !== 'development') return []
  return problemsNow()
}

async function problemsNow() {
  'use cache'
  cacheLife(missing)
  return state.problemsOf(await openIndex(), frontFile).filter(({ severity }) => severity !== 'note')
}

/** `source` is the list that fills the band, `isPicked` whether its order is an editor's. */
function toBand(index: PostIndex, now: number, { fill, picks, stories, ...container }: FilledContainer) {
  const source = fill && sourceOf(index, now, fill)
  const section = source?.by === 'category' && site.sections.find(({ slug }) => slug === source.slug)
  return {
    ...container,
    description: container.description ?? (section ? section.description : undefined),
    isPicked: picks.includes(stories[0]?.slug ?? ''),
    source,
    stories: toStories(index, stories),
  }
}

function sourceOf(index: PostIndex, now: number, fill: Fill) {
  if (fill.by === 'latest') return undefined
  const { by, slug } = fill
  const known = by === 'author' ? author(index, slug) : (by === 'tag' ? tag : category)(index, now, slug)
  return { by, slug, name: known?.name ?? fill.written }
}
