import { messages } from '@/lib/i18n/messages'
import { absoluteUrl, feedStylePath, feedsPath } from '@/lib/urls'
import type { Feed, FeedItem } from './feed'
import { itemUrl } from './feed'
import { element, elementWith } from './xml'

/**
 * What makes a feed readable to somebody who opens it in a browser: a style sheet, and a few elements of XHTML, which
 * are links there and which both formats allow as elements of another namespace. Not XSLT, which browsers are giving
 * up. docs/decisions/0009 has the rest.
 */
export const feedStyleLink = `<?xml-stylesheet type="text/css" href="${feedStylePath()}"?>\n`
export const xhtmlNamespace = { 'xmlns:h': 'http://www.w3.org/1999/xhtml' }

export function feedIntro({ homePath }: Feed): string {
  return elementWith('h:div', [
    element('h:meta', undefined, { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('h:p', messages.feed.explanation),
    element('h:a', messages.feed.asPage, { href: absoluteUrl(homePath) }),
    element('h:a', messages.feed.aboutFeeds, { href: absoluteUrl(feedsPath()) }),
  ])
}

/** The headline as a link: those of RSS and Atom are none to a browser. */
export const headlineLink = (entry: FeedItem): string =>
  element('h:a', entry.post.title, { href: itemUrl(entry) })
