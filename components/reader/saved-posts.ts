import { offlineCaches } from '@/lib/offline-caches'

export type SavedPost = { path: string; title: string; standfirst: string }

/** The saved posts, newest first. The stored list may come from an older version or another script, so it is validated. */
export function readSavedPosts(): SavedPost[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem('saved') ?? '[]')
    return Array.isArray(list) ? list.filter(isSavedPost) : []
  } catch {
    return []
  }
}

/** Returns false if localStorage is full or turned off. */
export function storeSavedPosts(posts: SavedPost[]): boolean {
  try {
    localStorage.setItem('saved', JSON.stringify(posts.slice(0, offlineCaches.saved.limit)))
    return true
  } catch {
    return false
  }
}

const isSavedPost = (post: Partial<SavedPost> | null): post is SavedPost =>
  /^\/[a-z0-9-]+$/.test(post?.path ?? '') &&
  typeof post?.title === 'string' &&
  typeof post.standfirst === 'string'
