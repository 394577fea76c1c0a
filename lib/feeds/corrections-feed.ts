import type { Correction } from '@/lib/content/post'
import type { Summary } from '@/lib/content/summary'
import { words } from '@/lib/i18n/messages'
import { escapeXml } from '@/lib/text'
import { correctionsPath, type FeedFormat, feedPath } from '@/lib/urls'
import { site } from '@/site.config'
import type { Entry, Feed } from './feed'

type Note = Correction & { story: Summary; path: string }

/** The corrections of all stories as a feed: an entry is one note, and its address the place where it stands. */
export function correctionsFeed(format: FeedFormat, notes: Note[]): Feed {
  return {
    title: `${site.name}: ${words.correctionsPage.title}`,
    description: words.correctionsPage.intro,
    path: feedPath(format, correctionsPath()),
    homePath: correctionsPath(),
    updated: notes[0]?.date ?? '1970-01-01T00:00:00Z',
    entries: notes.map(entry),
  }
}

function entry({ story, path, date, type, text }: Note): Entry {
  const title = `${words.correctionTypes[type]}: ${story.title}`
  const { image: _image, updated: _updated, ...rest } = story
  const post: Summary = { ...rest, title, description: text, published: date, contributors: [] }
  return { post, path, authors: [], html: `<p>${escapeXml(text)}</p>` }
}
