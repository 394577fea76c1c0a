import type { Post } from '@/lib/content/post'
import { plainText } from '@/lib/text'
import { toIndexText } from './tokenize'

/** What a post is found by, as the database is given it. */
export type PostTokens = { title: string; description: string; text: string }

/** Drafts and standing pages are in no list, so they are not found either. */
export const isListed = ({ draft, layout }: Pick<Post, 'draft' | 'layout'>): boolean =>
  !draft && layout === 'post'

export function tokenizePost({ title, description, body }: Post): PostTokens {
  return {
    title: toIndexText(title),
    description: toIndexText(description),
    text: toIndexText(plainText(body)),
  }
}
