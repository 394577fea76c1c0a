import { absolute, authorPath } from '@/lib/urls'
import { site } from '@/site.config'
import { aboutFeed, feedStyleLink, headline, xhtml } from './browser-view'
import { changedAt, type Entry, type Feed, idOf } from './feed'
import { feedHtml } from './feed-html'
import { declaration, element, parent } from './xml'

/** Atom 1.0 with the whole text of each post. */
export function atom(feed: Feed): string {
  const children = [
    element('title', feed.title),
    element('subtitle', feed.description),
    element('id', absolute(feed.path)),
    element('updated', feed.updated),
    link('self', feed.path, 'application/atom+xml'),
    link('alternate', feed.homePath, 'text/html'),
    element('logo', absolute(site.logo.src)),
    // Atom wants an author somewhere; this one stands for entries that name none.
    parent('author', [element('name', site.name), element('uri', absolute('/'))]),
    aboutFeed(feed),
    ...feed.entries.map(entry),
  ]
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', ...xhtml, 'xml:lang': site.language }
  return `${declaration}${feedStyleLink}${parent('feed', children, attributes)}\n`
}

function entry(written: Entry): string {
  const { post, authors, html } = written
  const people = authors.map(({ id, name }) =>
    parent('author', [element('name', name), element('uri', absolute(authorPath(id)))]),
  )
  const children = [
    headline(written),
    element('title', post.title),
    element('id', idOf(written)),
    link('alternate', idOf(written), 'text/html'),
    element('published', post.published),
    element('updated', changedAt(post)),
    ...people,
    ...post.contributors.map(({ name }) => parent('contributor', [element('name', name)])),
    ...[...post.categories, ...post.tags].map(({ slug, name }) =>
      element('category', undefined, { term: slug, label: name }),
    ),
    element('summary', post.description),
    element('content', feedHtml(html, idOf(written)), { type: 'html' }),
  ]
  return parent('entry', children, { 'xml:lang': post.lang })
}

const link = (rel: string, path: string, type: string) =>
  element('link', undefined, { rel, type, href: absolute(path) })
