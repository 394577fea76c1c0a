import type { Correction } from '@/lib/content/post'
import type { Summary } from '@/lib/content/summary'
import { messages } from '@/lib/i18n/messages'
import { escapeXml } from '@/lib/text'
import { correctionsPath, type FeedFormat, feedPath } from '@/lib/urls'
import { site } from '@/site.config'
import type { Feed, FeedItem } from './feed'

type Note = Correction & { post: Summary; path: string }

/** The corrections of all stories as a feed: an entry is one note, and its address the place where it stands. */
export function buildCorrectionsFeed(format: FeedFormat, notes: Note[]): Feed {
  return {
    title: `${site.name}: ${messages.correctionsPage.title}`,
    description: messages.correctionsPage.intro,
    path: feedPath(format, correctionsPath()),
    homePath: correctionsPath(),
    updated: notes[0]?.date ?? '1970-01-01T00:00:00Z',
    items: notes.map(entry),
  }
}

function entry({ post, path, date, type, text }: Note): FeedItem {
  const title = `${messages.correctionTypes[type]}: ${post.title}`
  const { image: _image, updated: _updated, ...rest } = post
  const corrected: Summary = { ...rest, title, description: text, published: date, contributors: [] }
  return { post: corrected, path, authors: [], html: `<p>${escapeXml(text)}</p>` }
}
