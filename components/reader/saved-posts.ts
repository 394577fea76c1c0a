import { keptPages } from '@/lib/offline-cache'

export type SavedStory = { path: string; title: string; standfirst: string }

/** The reader's list, newest first. What the browser kept may be of another time or hand, so it is looked at. */
export function savedStories(): SavedStory[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem('saved') ?? '[]')
    return Array.isArray(list) ? list.filter(isStory) : []
  } catch {
    return []
  }
}

/** False where the browser keeps nothing. */
export function storeStories(stories: SavedStory[]): boolean {
  try {
    localStorage.setItem('saved', JSON.stringify(stories.slice(0, keptPages.saved.most)))
    return true
  } catch {
    return false
  }
}

const isStory = (story: Partial<SavedStory> | null): story is SavedStory =>
  /^\/[a-z0-9-]+$/.test(story?.path ?? '') &&
  typeof story?.title === 'string' &&
  typeof story.standfirst === 'string'
