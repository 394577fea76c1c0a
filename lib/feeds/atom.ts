import { absoluteUrl, authorPath } from '@/lib/urls'
import { site } from '@/site.config'
import { feedIntro, feedStyleLink, headlineLink, xhtmlNamespace } from './browser-view'
import { changedAt, type Feed, type FeedItem, itemUrl } from './feed'
import { toFeedHtml } from './feed-html'
import { element, elementWith, xmlDeclaration } from './xml'

/** Atom 1.0 with the whole text of each post. */
export function writeAtom(feed: Feed): string {
  const children = [
    element('title', feed.title),
    element('subtitle', feed.description),
    element('id', absoluteUrl(feed.path)),
    element('updated', feed.updated),
    link('self', feed.path, 'application/atom+xml'),
    link('alternate', feed.homePath, 'text/html'),
    element('logo', absoluteUrl(site.logo.src)),
    // Atom wants an author somewhere; this one stands for entries that name none.
    elementWith('author', [element('name', site.name), element('uri', absoluteUrl('/'))]),
    feedIntro(feed),
    ...feed.items.map(entry),
  ]
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', ...xhtmlNamespace, 'xml:lang': site.language }
  return `${xmlDeclaration}${feedStyleLink}${elementWith('feed', children, attributes)}\n`
}

function entry(written: FeedItem): string {
  const { post, authors, html } = written
  const people = authors.map(({ id, name }) =>
    elementWith('author', [element('name', name), element('uri', absoluteUrl(authorPath(id)))]),
  )
  const children = [
    headlineLink(written),
    element('title', post.title),
    element('id', itemUrl(written)),
    link('alternate', itemUrl(written), 'text/html'),
    element('published', post.published),
    element('updated', changedAt(post)),
    ...people,
    ...post.contributors.map(({ name }) => elementWith('contributor', [element('name', name)])),
    ...[...post.categories, ...post.tags].map(({ slug, name }) =>
      element('category', undefined, { term: slug, label: name }),
    ),
    element('summary', post.description),
    element('content', toFeedHtml(html, itemUrl(written)), { type: 'html' }),
  ]
  return elementWith('entry', children, { 'xml:lang': post.lang })
}

const link = (rel: string, path: string, type: string) =>
  element('link', undefined, { rel, type, href: absoluteUrl(path) })
