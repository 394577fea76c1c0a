import { cacheLife } from 'next/cache'
import { site } from '@/site.config'
import { type Fill, frontPageFile } from '../content/front-page'
import { type FilledContainer, fillContainers, resolvePublished } from '../store/queries/front-posts'
import * as lists from '../store/queries/lists'
import * as state from '../store/queries/status'
import { findAuthor, findCategory, findTag } from '../store/queries/terms'
import type { PostIndex } from '../store/reader'
import { getFrontPage as readFrontPage } from '../store/sync/front-page'
import { buildDefaultFront } from './default-front'
import { cacheUntilNextChange, missingLifetime } from './lifetimes'
import { openIndex, toPostCards } from './open-index'

/**
 * The front page as front.yml arranges it, or as usual, with the line of breaking news while there is one. No story twice
 * above the latest.
 */
export async function getFrontPage() {
  'use cache'
  const [index, now] = [await openIndex(), Date.now()]
  const { breaking, containers = [] } = readFrontPage(index) ?? {}
  const isOn = breaking !== undefined && Date.parse(breaking.until) > now
  cacheUntilNextChange(index, now, isOn ? Date.parse(breaking.until) : undefined)
  const filled =
    containers.length > 0 ? fillContainers(index, now, containers) : buildDefaultFront(index, now)
  return {
    breaking: isOn
      ? {
          text: breaking.text,
          slug: breaking.story && resolvePublished(index, now, breaking.story)?.slug,
        }
      : undefined,
    containers: filled.map((container) => toFrontSection(index, now, container)),
    latest: toPostCards(index, lists.listLatest(index, now, 8)),
  }
}

/** What is wrong with front.yml, for editors and in development only. */
export async function getFrontProblems() {
  // Outside the cached part: its short life would be the page's.
  if (process.env.NODE_ENV !== 'development') return []
  return problemsNow()
}

async function problemsNow() {
  'use cache'
  cacheLife(missingLifetime)
  return state.listProblemsOf(await openIndex(), frontPageFile).filter(({ severity }) => severity !== 'note')
}

/** `source` is the list that fills the band, `isPicked` whether its order is an editor's. */
function toFrontSection(
  index: PostIndex,
  now: number,
  { fill, picks, posts, ...container }: FilledContainer,
) {
  const source = fill && sourceOf(index, now, fill)
  const section = source?.by === 'category' && site.sections.find(({ slug }) => slug === source.slug)
  return {
    ...container,
    description: container.description ?? (section ? section.description : undefined),
    isPicked: picks.includes(posts[0]?.slug ?? ''),
    source,
    posts: toPostCards(index, posts),
  }
}

function sourceOf(index: PostIndex, now: number, fill: Fill) {
  if (fill.by === 'latest') return undefined
  const { by, slug } = fill
  const known =
    by === 'author' ? findAuthor(index, slug) : (by === 'tag' ? findTag : findCategory)(index, now, slug)
  return { by, slug, name: known?.name ?? fill.written }
}
