import { absolute, authorPath } from '@/lib/urls'
import { site } from '@/site.config'
import { type Entry, type Feed, idOf } from './feed'
import { feedHtml } from './feed-html'

/** JSON Feed 1.1 with the whole text of each post. */
export function jsonFeed(feed: Feed): string {
  const written = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: absolute(feed.homePath),
    feed_url: absolute(feed.path),
    icon: absolute(site.logo.src),
    language: site.language,
    authors: [{ name: site.name, url: absolute('/') }],
    items: feed.entries.map(item),
  }
  return `${JSON.stringify(written, wellFormed, 2)}\n`
}

function item(entry: Entry) {
  const { post, authors, html } = entry
  return {
    id: idOf(entry),
    url: idOf(entry),
    title: post.title,
    summary: post.description,
    content_html: feedHtml(html, idOf(entry)),
    date_published: post.published,
    date_modified: post.updated,
    authors: [
      ...authors.map(({ id, name, image }) => ({
        name,
        url: absolute(authorPath(id)),
        avatar: image && absolute(image),
      })),
      ...post.contributors.map(({ name }) => ({ name })),
    ],
    image: post.image && absolute(post.image.src),
    tags: [...post.categories, ...post.tags].map(({ name }) => name),
    language: post.lang,
  }
}

// Half a surrogate pair is valid in JSON's grammar and breaks strict readers.
const wellFormed = (_: string, value: unknown) =>
  typeof value === 'string' ? value.replace(/\p{Cs}/gu, '') : value
