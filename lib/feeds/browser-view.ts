import { words } from '@/lib/i18n/messages'
import { absolute, feedStylePath, feedsPath } from '@/lib/urls'
import type { Entry, Feed } from './feed'
import { idOf } from './feed'
import { element, parent } from './xml'

/**
 * What makes a feed readable to somebody who opens it in a browser: a style sheet, and a few elements of XHTML, which
 * are links there and which both formats allow as elements of another namespace. Not XSLT, which browsers are giving
 * up. docs/decisions/0009 has the rest.
 */
export const feedStyleLink = `<?xml-stylesheet type="text/css" href="${feedStylePath()}"?>\n`
export const xhtml = { 'xmlns:h': 'http://www.w3.org/1999/xhtml' }

export function aboutFeed({ homePath }: Feed): string {
  return parent('h:div', [
    element('h:meta', undefined, { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('h:p', words.feed.thisIs),
    element('h:a', words.feed.asPage, { href: absolute(homePath) }),
    element('h:a', words.feed.howTo, { href: absolute(feedsPath()) }),
  ])
}

/** The headline as a link: those of RSS and Atom are none to a browser. */
export const headline = (entry: Entry): string => element('h:a', entry.post.title, { href: idOf(entry) })
