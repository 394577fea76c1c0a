import type { KeyRules } from '@/lib/content/key-names'

/** What may stand in the front matter of a story. The schema in post.ts says what each has to look like. */
export const postKeys: KeyRules = {
  keys: [
    'layout',
    'title',
    'seoTitle',
    'socialTitle',
    'description',
    'authors',
    'contributors',
    'categories',
    'tags',
    'image',
    'date',
    'updated',
    'draft',
    'gone',
    'published',
    'featured',
    'slug',
    'aliases',
    'kicker',
    'dateline',
    'type',
    'series',
    'related',
    'corrections',
    'keyPoints',
    'sources',
    'canonical',
    'lang',
    'toc',
    // Rules the check leaves this file alone with: lib/lint/suppressions.ts reads it.
    'ignore',
  ],
  synonyms: {
    author: 'authors',
    category: 'categories',
    tag: 'tags',
    last_modified_at: 'updated',
    redirect_from: 'aliases',
    alias: 'aliases',
    canonical_url: 'canonical',
  },
  suggestions: {
    excerpt: 'description',
    summary: 'description',
    subtitle: 'description',
    standfirst: 'description',
    headline: 'title',
    byline: 'author',
    section: 'category',
    keywords: 'tags',
    topics: 'tags',
    cover: 'image',
    hero: 'image',
    picture: 'image',
    thumbnail: 'image',
    modified: 'updated',
    lastmod: 'updated',
    permalink: 'aliases',
    language: 'lang',
  },
  // `imported` holds what an import found no place for. The others are from Minimal Mistakes, Mediumish, Chirpy, Just the Docs, jekyll-seo-tag and jekyll-feed.
  ignored: new Set(
    `imported hidden comments comment rating beforetoc share related_posts sitemap pin math mathjax katex mermaid header sidebar
    classes author_profile read_time show_date toc_label toc_icon toc_sticky ads robots img_path media_subpath
    render_with_liquid excerpt_separator nav_order nav_exclude search_exclude has_children parent feed seo locale
    usemathjax usetocbot hide_title hidetitle noindex`.split(/\s+/),
  ),
  nested: {
    image: ['src', 'path', 'alt', 'caption', 'credit', 'focalPoint', 'width', 'height'],
    contributors: ['name', 'role'],
    corrections: ['date', 'type', 'text'],
    sources: ['title', 'url'],
  },
}
