import type { Post } from '@/lib/content/post'
import { plainText } from '@/lib/text'
import { searchable } from './tokenize'

/** What a post is found by, as the database is given it. */
export type SearchTerms = { title: string; description: string; text: string }

/** Drafts and standing pages are in no list, so they are not found either. */
export const isListed = ({ draft, layout }: Pick<Post, 'draft' | 'layout'>): boolean =>
  !draft && layout === 'post'

export function searchTerms({ title, description, body }: Post): SearchTerms {
  return {
    title: searchable(title),
    description: searchable(description),
    text: searchable(plainText(body)),
  }
}
