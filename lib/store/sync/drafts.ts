import type { Post } from '@/lib/content/post'
import type { Connection } from '../database'
import { postByPath, putPost } from './post-rows'

/**
 * What is kept of a draft where nobody may see it: that it is there, and what it must not share with other posts. The
 * index is part of a deployment, and what is not in it cannot get out.
 */
export function redactDraft(post: Post): Post {
  const { path, slug, format, layout, type, published, draft, featured, authors, aliases, toc, gone } = post
  return {
    ...{ path, slug, format, layout, type, published, draft, featured, authors, aliases, toc, gone },
    ...{ title: '', description: '', contributors: [], categories: [], tags: [], related: [] },
    ...{ corrections: [], keyPoints: [], sources: [], words: 0, body: '', bodyLine: post.bodyLine },
  }
}

/** Whether no more of the draft is kept than that. Every post has a title. */
export const isRedacted = ({ title }: Pick<Post, 'title'>) => title === ''

/** Where the index holds the drafts the other way, whole or withheld: takes away what it holds, or has them read again. */
export function applyDraftPolicy(db: Connection, keep: boolean): void {
  const wanted = keep ? 'whole' : 'withheld'
  const now = db.one<{ value: string }>("SELECT value FROM meta WHERE key = 'drafts'")?.value
  if (now === wanted) return
  for (const { path } of db.all<{ path: string }>('SELECT path FROM posts WHERE draft = 1')) {
    const post = postByPath(db, path)
    if (keep) db.run("UPDATE files SET mtime = -1, hash = '' WHERE path = ?", path)
    else if (post) putPost(db, redactDraft(post))
  }
  db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('drafts', ?)", wanted)
}
