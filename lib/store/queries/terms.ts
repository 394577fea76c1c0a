import type { Author } from '@/lib/content/author'
import type { Term } from '@/lib/content/post'
import type { PostIndex } from '../reader'
import { authorById, storedAuthors } from '../sync/author-rows'
import type { ListKind } from '../sync/post-rows'
import type { Month } from './lists'

/** A name with the number of published posts under it. */
export type CountedTerm = Term & { count: number }

// With max() alone, SQLite takes the other columns from the row that holds it: the name as last written.
const columns = 'SELECT term AS slug, name, count(*) AS count, max(at) AS at FROM post_terms'

/** Every category (tag, series) that a published post is in, by slug. */
export const listCategories = termsOf('category')
export const listTags = termsOf('tag')
export const listSeries = termsOf('series')

function termsOf(kind: ListKind) {
  return (store: PostIndex, now: number): CountedTerm[] =>
    store
      .connection()
      .all<CountedTerm>(`${columns} WHERE kind = ? AND at <= ? GROUP BY term ORDER BY term`, kind, now)
      .map(toTerm)
}

/** One of them; undefined when no published post is in it. */
export const findCategory = termOf('category')
export const findTag = termOf('tag')
export const findSeries = termOf('series')

function termOf(kind: ListKind) {
  return (store: PostIndex, now: number, slug: string): CountedTerm | undefined => {
    const sql = `${columns} WHERE kind = ? AND term = ? AND at <= ? GROUP BY term`
    const row = store.connection().one<CountedTerm>(sql, kind, slug, now)
    return row && toTerm(row)
  }
}

const toTerm = ({ slug, name, count }: CountedTerm): CountedTerm => ({ slug, name, count })

/** An author by id; without regard to whether anything of theirs is published. */
export const findAuthor = (store: PostIndex, id: string): Author | undefined =>
  authorById(store.connection(), id)

/** Every author who has a file, with the number of their published posts. */
export function listAuthors(store: PostIndex, now: number): (Author & { count: number })[] {
  const sql = "SELECT term, count(*) AS count FROM post_terms WHERE kind = 'author' AND at <= ? GROUP BY term"
  const db = store.connection()
  const counts = new Map(
    db.all<{ term: string; count: number }>(sql, now).map((row) => [row.term, row.count]),
  )
  return storedAuthors(db).map((each) => ({ ...each, count: counts.get(each.id) ?? 0 }))
}

const perMonth = `
SELECT month, count(*) AS count FROM posts WHERE draft = 0 AND layout = 'post' AND at <= ?
GROUP BY month ORDER BY month DESC`

/** Every month with published posts, newest first. */
export function listMonths(store: PostIndex, now: number): (Month & { count: number })[] {
  return store
    .connection()
    .all<{ month: string; count: number }>(perMonth, now)
    .map(({ month, count }) => ({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)), count }))
}
