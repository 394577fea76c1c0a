import type { Summary } from '@/lib/content/story'
import type { Connection } from './database'
import { pictureRow } from './picture-rows'

/** What the check of a body may look up. */
export type BodyFacts = {
  picture(src: string): { width: number; height: number } | undefined
  post(slug: string): Summary | undefined
}

/** Answers in the middle of a sync. A post counts also while it is a draft or scheduled: it may be named already. */
export function bodyFacts(db: Connection): BodyFacts {
  return {
    picture: (src) => pictureRow(db, src),
    post(slug) {
      const row = db.one<{ summary: string }>(
        'SELECT summary FROM posts WHERE slug = ? ORDER BY id LIMIT 1',
        slug,
      )
      return row && JSON.parse(row.summary)
    },
  }
}
