import type { Author } from '@/lib/content/author'
import type { Summary } from '@/lib/content/summary'
import { formatMonth } from '@/lib/dates'
import { words } from '@/lib/i18n/messages'
import {
  absolute,
  archivePath,
  articlePath,
  authorPath,
  categoryPath,
  correctionsPath,
  homePath,
  markdownPath,
  ogPath,
  ratios,
  tagPath,
} from '@/lib/urls'
import { site } from '@/site.config'
import { common, openGraph, withLogo } from './head-parts'
import { describeAuthor, describeCategory, describeTag } from './list-descriptions'

/** Plain objects that are Next's `Metadata` by their shape. Absolute addresses throughout. */

type Found = { story: Summary; authors: Author[] }

/** The head of a story; of a standing page when `layout` says so. */
export function articleHead({ story, authors }: Found) {
  if (story.layout === 'page') return pageHead({ story })
  const url = absolute(articlePath(story.slug))
  const shown = { title: story.socialTitle ?? story.title, description: story.description }
  const image = {
    url: absolute(ogPath(story.slug)),
    ...ratios.card,
    type: 'image/png',
    alt: story.image?.alt || story.title,
  }
  return {
    ...common({
      title: story.seoTitle ?? story.title,
      description: story.description,
      url: canonicalOf(story),
      markdown: markdownPath(story.slug),
    }),
    authors: authors.map(({ id, name }) => ({ name, url: absolute(authorPath(id)) })),
    openGraph: {
      ...openGraph(shown, url),
      type: 'article' as const,
      images: [image],
      publishedTime: story.published,
      modifiedTime: story.updated ?? story.published,
      authors: authors.map(({ id }) => absolute(authorPath(id))),
      section: story.categories[0]?.name,
      tags: story.tags.map(({ name }) => name),
    },
    twitter: { card: 'summary_large_image' as const, ...shown, images: [{ url: image.url, alt: image.alt }] },
  }
}

/** The head of a page that is not news: about, privacy, policies. */
export function pageHead({ story }: { story: Summary }) {
  const shown = { title: story.socialTitle ?? story.title, description: story.description }
  const title = `${story.seoTitle ?? story.title} – ${site.name}`
  return {
    ...common({
      ...{ title, description: story.description, url: canonicalOf(story) },
      markdown: markdownPath(story.slug),
    }),
    ...withLogo(shown, absolute(articlePath(story.slug))),
  }
}

/** The head of the front page. */
export function homeHead() {
  const shown = { title: site.name, description: site.description }
  return { ...common({ ...shown, url: absolute(homePath()) }), ...withLogo(shown, absolute(homePath())) }
}

type List = {
  title: string
  description: string
  path: string
  page?: number
  pages?: number
  /** The address of another page of the list; without it there is no link to one. */
  pathOf?: (page: number) => string
  /** The path of the list that has feeds of its own. */
  feeds?: string
}

/** The head of a list. Its second and further pages say so in the title, and name the ones before and after. */
export function listHead({ title, description, path, page = 1, pages = 1, pathOf, feeds }: List) {
  const url = absolute(path)
  const shown = { title: page > 1 ? `${title} – ${words.page(page)}` : title, description }
  return {
    ...common({
      title: `${shown.title} – ${site.name}`,
      description,
      url,
      list: feeds ? { title, path: feeds } : undefined,
    }),
    ...withLogo(shown, url),
    pagination: {
      previous: pathOf && page > 1 ? absolute(pathOf(page - 1)) : undefined,
      next: pathOf && page < pages ? absolute(pathOf(page + 1)) : undefined,
    },
  }
}

type Terms = { slug: string; name: string; page: number; pages: number }

export function categoryHead({ slug, name, page, pages }: Terms) {
  const pathOf = (number: number) => categoryPath(slug, number)
  const description = describeCategory({ slug, name })
  return listHead({ title: name, description, path: pathOf(page), page, pages, pathOf, feeds: pathOf(1) })
}

export function monthHead({ year, month, page, pages }: Month & { page: number; pages: number }) {
  const pathOf = (number: number) => archivePath(year, month, number)
  const title = `${words.archive}: ${formatMonth(year, month)}`
  return listHead({ title, description: words.archiveIntro, path: pathOf(page), page, pages, pathOf })
}
type Month = { year: number; month: number }

export function tagHead({ slug, name, page, pages }: Terms) {
  const pathOf = (number: number) => tagPath(slug, number)
  const description = describeTag(name)
  return listHead({ title: name, description, path: pathOf(page), page, pages, pathOf, feeds: pathOf(1) })
}

export function correctionsHead({ page, pages }: { page: number; pages: number }) {
  const { title, intro: description } = words.correctionsPage
  const feeds = correctionsPath()
  return listHead({
    title,
    description,
    path: correctionsPath(page),
    page,
    pages,
    pathOf: correctionsPath,
    feeds,
  })
}

export function authorHead({ author, page, pages }: { author: Author; page: number; pages: number }) {
  const pathOf = (number: number) => authorPath(author.id, number)
  return listHead({
    title: author.name,
    description: describeAuthor(author),
    path: pathOf(page),
    page,
    pages,
    pathOf,
    feeds: pathOf(1),
  })
}

const canonicalOf = ({ slug, canonical }: Summary) => absolute(canonical ?? articlePath(slug))
