import type { CreativeWork, NewsArticle } from 'schema-dts'
import type { Author } from '@/lib/content/author'
import type { Summary } from '@/lib/content/summary'
import { absoluteUrl, articlePath, ogPath, type ShareRatio, shareRatios } from '@/lib/urls'
import { site } from '@/site.config'
import { bylineJsonLd } from './people'
import { pixels, publisherId } from './publisher'

/** Interviews and plain news have no subtype of their own; an explainer is what schema.org calls background. */
const subtypes = {
  news: 'NewsArticle',
  interview: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  explainer: 'BackgroundNewsArticle',
  opinion: 'OpinionNewsArticle',
  review: 'ReviewNewsArticle',
} as const

const crops: ShareRatio[] = ['1x1', '4x3', '16x9']

/** Every value is what the page shows: the headline is its h1, the dates are its times. */
export function newsArticle(story: Summary, authors: Author[]): NewsArticle {
  const url = absoluteUrl(articlePath(story.slug))
  return {
    '@type': subtypes[story.type],
    '@id': `${url}#article`,
    mainEntityOfPage: absoluteUrl(story.canonical ?? url),
    url,
    headline: story.title,
    description: story.description,
    image: crops.map((ratio) => picture(story, ratio)),
    datePublished: story.published,
    dateModified: story.updated ?? story.published,
    author: authors.map(bylineJsonLd),
    contributor: some(
      story.contributors.map(({ name, role }) => ({ '@type': 'Person', name, jobTitle: role })),
    ),
    publisher: { '@id': publisherId() },
    articleSection: story.categories[0]?.name,
    keywords: some(story.tags.map(({ name }) => name)),
    inLanguage: story.lang ?? site.language,
    wordCount: story.words,
    isAccessibleForFree: true,
    dateline: story.dateline,
    correction: some(
      story.corrections.map(({ date, text }) => ({
        '@type': 'CorrectionComment',
        datePublished: date,
        text,
      })),
    ),
    citation: some(
      story.sources.map(
        ({ title, url }): CreativeWork => ({ '@type': 'CreativeWork', name: title, url: absoluteUrl(url) }),
      ),
    ),
  }
}

function picture({ slug, image }: Summary, ratio: ShareRatio) {
  const { width, height } = shareRatios[ratio]
  return {
    '@type': 'ImageObject' as const,
    url: absoluteUrl(ogPath(slug, ratio)),
    width: pixels(width),
    height: pixels(height),
    caption: image?.caption,
    creditText: image?.credit,
  }
}

/** Nothing rather than an empty list. */
const some = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)
