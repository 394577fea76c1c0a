import type { Connection } from '../database'
import { pictureRow } from './picture-rows'

/** What the check of a body may look up: whether there is such a picture, such a post. */
export type BodyLookups = { picture(src: string): unknown; post(slug: string): unknown }

/** Answers in the middle of a sync. A post counts also while it is a draft or scheduled: it may be named already. */
export function bodyLookups(db: Connection): BodyLookups {
  return {
    picture: (src) => pictureRow(db, src),
    post: (slug) => db.one('SELECT 1 FROM posts WHERE slug = ? LIMIT 1', slug),
  }
}
