import { absoluteUrl } from '@/lib/urls'
import { site } from '@/site.config'
import { feedIntro, feedStyleLink, headlineLink, xhtmlNamespace } from './browser-view'
import { type Feed, type FeedItem, itemUrl } from './feed'
import { toFeedHtml } from './feed-html'
import { element, elementWith, xmlDeclaration } from './xml'

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
  ...xhtmlNamespace,
}

/** RSS 2.0 with the whole text of each post. */
export function writeRss(feed: Feed): string {
  const home = absoluteUrl(feed.homePath)
  const channel = elementWith('channel', [
    element('title', feed.title),
    element('link', home),
    element('description', feed.description),
    element('language', site.language),
    element('lastBuildDate', rfc822(feed.updated)),
    element('atom:link', undefined, {
      rel: 'self',
      type: 'application/rss+xml',
      href: absoluteUrl(feed.path),
    }),
    elementWith('image', [
      element('url', absoluteUrl(site.logo.src)),
      element('title', feed.title),
      element('link', home),
    ]),
    feedIntro(feed),
    ...feed.items.map(item),
  ])
  return `${xmlDeclaration}${feedStyleLink}${elementWith('rss', [channel], { version: '2.0', ...namespaces })}\n`
}

function item(entry: FeedItem): string {
  const { post, authors } = entry
  return elementWith('item', [
    headlineLink(entry),
    element('title', post.title),
    element('link', itemUrl(entry)),
    element('guid', itemUrl(entry), { isPermaLink: 'true' }),
    element('pubDate', rfc822(post.published)),
    ...authors.map(({ name }) => element('dc:creator', name)),
    ...post.contributors.map(({ name }) => element('dc:contributor', name)),
    ...[...post.categories, ...post.tags].map(({ name }) => element('category', name)),
    element('description', post.description),
    media(entry),
    element('content:encoded', toFeedHtml(entry.html, itemUrl(entry))),
  ])
}

function media({ post: { image }, picture }: FeedItem): string | undefined {
  if (!image) return undefined
  const { type, width, height, bytes: fileSize } = picture ?? {}
  const described = [
    image.credit && element('media:credit', image.credit),
    (image.caption || image.alt) &&
      element('media:description', image.caption || image.alt, { type: 'plain' }),
  ]
  return elementWith('media:content', described, {
    url: absoluteUrl(image.src),
    medium: 'image',
    type,
    width,
    height,
    fileSize,
  })
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Thu, 16 Mar 2023 00:00:00 +0100`, in the offset the date is written with. English by the format's definition. */
export function rfc822(iso: string): string {
  const [, date = '', time = '', offset = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(.*)$/.exec(iso) ?? []
  const day = new Date(`${date}T00:00:00Z`)
  const dayOfMonth = String(day.getUTCDate()).padStart(2, '0')
  const zone = offset === 'Z' ? '+0000' : offset.replace(':', '')
  return `${days[day.getUTCDay()]}, ${dayOfMonth} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()} ${time} ${zone}`
}
