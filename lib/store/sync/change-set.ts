import type { Author } from '@/lib/content/author'
import type { Post } from '@/lib/content/post'
import type { Connection } from '../database'
import type { PostTokens } from '../search/document-tokens'
import { bufferedSearchRows } from '../search/search-rows'
import { authorByPath, putAuthor, removeAuthor } from './author-rows'
import { redactDraft } from './drafts'
import { postByPath, putPost, removePost } from './post-rows'

/** What of a post decides which pages show it. */
export type ListingFields = Pick<
  Post,
  | 'slug'
  | 'layout'
  | 'draft'
  | 'published'
  | 'categories'
  | 'tags'
  | 'authors'
  | 'series'
  | 'aliases'
  | 'gone'
>

/** What a sync puts in and takes out, with what was there before, so that a file can be held back later on. */
export type ChangeSet = ReturnType<typeof createChangeSet>

export function createChangeSet(db: Connection, keepDrafts: boolean) {
  const before = new Map<string, Post | undefined>()
  const after = new Map<string, ListingFields | undefined>()
  const authors = new Map<string, Author | undefined>()
  const authorIds = new Set<string>()
  const rows = bufferedSearchRows(db)

  /** `terms` are those of the post, where they are made already; `isNew` where its file was never seen before. */
  function put(post: Post, { terms, isNew = false }: { terms?: PostTokens; isNew?: boolean } = {}) {
    if (!before.has(post.path)) before.set(post.path, isNew ? undefined : postByPath(db, post.path))
    putPost(db, post.draft && !keepDrafts ? redactDraft(post) : post, { terms, isNew, rows })
    after.set(post.path, listingFields(post))
  }
  function remove(path: string) {
    if (!before.has(path)) before.set(path, postByPath(db, path))
    rows.flush()
    removePost(db, path)
    after.set(path, undefined)
  }
  function rememberAuthor(path: string, id?: string) {
    const old = authorByPath(db, path)
    authors.set(path, old)
    for (const each of [old?.id, id]) if (each) authorIds.add(each)
  }
  function putOneAuthor(author: Author) {
    rememberAuthor(author.path, author.id)
    putAuthor(db, author)
  }
  function removeOneAuthor(path: string) {
    rememberAuthor(path)
    removeAuthor(db, path)
  }
  /** Puts the last good version back, or nothing where there was none. */
  function restore(path: string) {
    if (authors.has(path)) {
      const author = authors.get(path)
      if (author) putAuthor(db, author)
      else removeAuthor(db, path)
      authors.delete(path)
    }
    if (!before.has(path)) return
    rows.flush()
    const post = before.get(path)
    if (post) putPost(db, post)
    else removePost(db, path)
    before.delete(path)
    after.delete(path)
  }
  return {
    put,
    remove,
    putAuthor: putOneAuthor,
    removeAuthor: removeOneAuthor,
    restore,
    /** To be called when all are put. */
    flush: rows.flush,
    /** Whether this sync has put or removed what comes from the file, and could take that back. */
    has: (path: string) => before.has(path) || authors.has(path),
    before: before as ReadonlyMap<string, Post | undefined>,
    after: after as ReadonlyMap<string, ListingFields | undefined>,
    authorIds: () => [...authorIds],
    /** Whether an author came or went, which may concern any post. */
    hasNewAuthors: () => [...authors].some(([path, old]) => old?.id !== authorByPath(db, path)?.id),
  }
}

function listingFields({
  slug,
  layout,
  draft,
  published,
  categories,
  tags,
  authors,
  series,
  aliases,
  gone,
}: Post): ListingFields {
  return { slug, layout, draft, published, categories, tags, authors, series, aliases, gone }
}
