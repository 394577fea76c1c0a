import type { Author } from '@/lib/content/author'
import type { Summary } from '@/lib/content/summary'
import { formatMonth } from '@/lib/dates'
import { messages } from '@/lib/i18n/messages'
import {
  absoluteUrl,
  archivePath,
  articlePath,
  authorPath,
  categoryPath,
  correctionsPath,
  homePath,
  markdownPath,
  ogPath,
  shareRatios,
  tagPath,
} from '@/lib/urls'
import { site } from '@/site.config'
import { commonMetadata, logoSharing, openGraphBase } from './head-parts'
import { describeAuthor, describeCategory, describeTag } from './list-descriptions'

/** Plain objects that are Next's `Metadata` by their shape. Absolute addresses throughout. */

type Found = { post: Summary; authors: Author[] }

/** The head of a story; of a standing page when `layout` says so. */
export function postMetadata({ post, authors }: Found) {
  if (post.layout === 'page') return standingPageMetadata({ post })
  const url = absoluteUrl(articlePath(post.slug))
  const shown = { title: post.socialTitle ?? post.title, description: post.description }
  const image = {
    url: absoluteUrl(ogPath(post.slug)),
    ...shareRatios.card,
    type: 'image/png',
    alt: post.image?.alt || post.title,
  }
  return {
    ...commonMetadata({
      title: post.seoTitle ?? post.title,
      description: post.description,
      url: canonicalOf(post),
      markdown: markdownPath(post.slug),
    }),
    authors: authors.map(({ id, name }) => ({ name, url: absoluteUrl(authorPath(id)) })),
    openGraph: {
      ...openGraphBase(shown, url),
      type: 'article' as const,
      images: [image],
      publishedTime: post.published,
      modifiedTime: post.updated ?? post.published,
      authors: authors.map(({ id }) => absoluteUrl(authorPath(id))),
      section: post.categories[0]?.name,
      tags: post.tags.map(({ name }) => name),
    },
    twitter: { card: 'summary_large_image' as const, ...shown, images: [{ url: image.url, alt: image.alt }] },
  }
}

/** The head of a page that is not news: about, privacy, policies. */
export function standingPageMetadata({ post }: { post: Summary }) {
  const shown = { title: post.socialTitle ?? post.title, description: post.description }
  const title = `${post.seoTitle ?? post.title} – ${site.name}`
  return {
    ...commonMetadata({
      ...{ title, description: post.description, url: canonicalOf(post) },
      markdown: markdownPath(post.slug),
    }),
    ...logoSharing(shown, absoluteUrl(articlePath(post.slug))),
  }
}

/** The head of the front page. */
export function homeMetadata() {
  const shown = { title: site.name, description: site.description }
  return {
    ...commonMetadata({ ...shown, url: absoluteUrl(homePath()) }),
    ...logoSharing(shown, absoluteUrl(homePath())),
  }
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
export function listMetadata({ title, description, path, page = 1, pages = 1, pathOf, feeds }: List) {
  const url = absoluteUrl(path)
  const shown = { title: page > 1 ? `${title} – ${messages.page(page)}` : title, description }
  return {
    ...commonMetadata({
      title: `${shown.title} – ${site.name}`,
      description,
      url,
      list: feeds ? { title, path: feeds } : undefined,
    }),
    ...logoSharing(shown, url),
    pagination: {
      previous: pathOf && page > 1 ? absoluteUrl(pathOf(page - 1)) : undefined,
      next: pathOf && page < pages ? absoluteUrl(pathOf(page + 1)) : undefined,
    },
  }
}

type Terms = { slug: string; name: string; page: number; pages: number }

export function categoryMetadata({ slug, name, page, pages }: Terms) {
  const pathOf = (number: number) => categoryPath(slug, number)
  const description = describeCategory({ slug, name })
  return listMetadata({ title: name, description, path: pathOf(page), page, pages, pathOf, feeds: pathOf(1) })
}

export function monthMetadata({ year, month, page, pages }: Month & { page: number; pages: number }) {
  const pathOf = (number: number) => archivePath(year, month, number)
  const title = `${messages.archive}: ${formatMonth(year, month)}`
  return listMetadata({ title, description: messages.archiveIntro, path: pathOf(page), page, pages, pathOf })
}
type Month = { year: number; month: number }

export function tagMetadata({ slug, name, page, pages }: Terms) {
  const pathOf = (number: number) => tagPath(slug, number)
  const description = describeTag(name)
  return listMetadata({ title: name, description, path: pathOf(page), page, pages, pathOf, feeds: pathOf(1) })
}

export function correctionsMetadata({ page, pages }: { page: number; pages: number }) {
  const { title, intro: description } = messages.correctionsPage
  const feeds = correctionsPath()
  return listMetadata({
    title,
    description,
    path: correctionsPath(page),
    page,
    pages,
    pathOf: correctionsPath,
    feeds,
  })
}

export function authorMetadata({ author, page, pages }: { author: Author; page: number; pages: number }) {
  const pathOf = (number: number) => authorPath(author.id, number)
  return listMetadata({
    title: author.name,
    description: describeAuthor(author),
    path: pathOf(page),
    page,
    pages,
    pathOf,
    feeds: pathOf(1),
  })
}

const canonicalOf = ({ slug, canonical }: Summary) => absoluteUrl(canonical ?? articlePath(slug))
