import { absoluteUrl, authorPath } from '@/lib/urls'
import { site } from '@/site.config'
import { type Feed, type FeedItem, itemUrl } from './feed'
import { toFeedHtml } from './feed-html'

/** JSON Feed 1.1 with the whole text of each post. */
export function writeJsonFeed(feed: Feed): string {
  const written = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: absoluteUrl(feed.homePath),
    feed_url: absoluteUrl(feed.path),
    icon: absoluteUrl(site.logo.src),
    language: site.language,
    authors: [{ name: site.name, url: absoluteUrl('/') }],
    items: feed.items.map(item),
  }
  return `${JSON.stringify(written, wellFormed, 2)}\n`
}

function item(entry: FeedItem) {
  const { post, authors, html } = entry
  return {
    id: itemUrl(entry),
    url: itemUrl(entry),
    title: post.title,
    summary: post.description,
    content_html: toFeedHtml(html, itemUrl(entry)),
    date_published: post.published,
    date_modified: post.updated,
    authors: [
      ...authors.map(({ id, name, image }) => ({
        name,
        url: absoluteUrl(authorPath(id)),
        avatar: image && absoluteUrl(image),
      })),
      ...post.contributors.map(({ name }) => ({ name })),
    ],
    image: post.image && absoluteUrl(post.image.src),
    tags: [...post.categories, ...post.tags].map(({ name }) => name),
    language: post.lang,
  }
}

// Half a surrogate pair is valid in JSON's grammar and breaks strict readers.
const wellFormed = (_: string, value: unknown) =>
  typeof value === 'string' ? value.replace(/\p{Cs}/gu, '') : value
