import { type CrossFileFields, editionSlug } from '@/lib/content/cross-file-checks'
import type { Post } from '@/lib/content/post'
import type { Connection } from '../database'
import type { ChangeSet } from './change-set'
import { crossFileFields } from './cross-file-row'

/** More changes than these, and reading all posts is quicker. */
export const maxTrackedChanges = 500

/** The files of which that check could say something else now; undefined where it could be any. */
export function affectedFiles(db: Connection, changes: ChangeSet): Set<string> | undefined {
  if (changes.after.size > maxTrackedChanges || changes.hasNewAuthors()) return undefined
  const concerned = new Set<string>()
  for (const [path, after] of changes.after) {
    const before = changes.before.get(path)
    if (before && after && hasSameFields(db, path, before)) continue
    concerned.add(path)
    for (const post of [before, after]) {
      for (const other of post ? sharingAddresses(db, post) : []) concerned.add(other)
    }
    if (before?.slug === after?.slug) continue
    for (const other of before ? postsRelatedTo(db, before.slug) : []) concerned.add(other)
    for (const other of after ? postsMissingRelated(db, after.slug) : []) concerned.add(other)
  }
  return concerned
}

/** Most edits change only what the check never looks at. Where it found an error it is asked again. */
function hasSameFields(db: Connection, path: string, before: Post): boolean {
  const error = "SELECT 1 FROM problems WHERE file = ? AND stage = 'together' AND severity = 'error' LIMIT 1"
  return (
    JSON.stringify(fieldsByPath(db, path)) === JSON.stringify(crossFileFields(before)) && !db.one(error, path)
  )
}

/** What is known of these posts and of all that they are checked against. */
export function fieldsToCheck(db: Connection, paths: Set<string>): CrossFileFields[] {
  const wanted = new Set(paths)
  for (const path of paths) {
    const facts = fieldsByPath(db, path)
    if (!facts) continue
    for (const other of [...sharingAddresses(db, facts), ...withSlug(db, facts.related)]) wanted.add(other)
  }
  return [...wanted].flatMap((path) => fieldsByPath(db, path) ?? [])
}

type Addresses = Pick<CrossFileFields, 'slug' | 'aliases'>

/** The posts that have one of these addresses, or an alias that would be one of them. */
function sharingAddresses(db: Connection, { slug, aliases }: Addresses): string[] {
  const slugs = [slug, ...aliases.flatMap((alias) => [alias.slice(1), editionSlug(alias) ?? []].flat())]
  return [
    ...withSlug(db, slugs),
    ...pathsOf(db, withAlias, [`/${slug}`, `/${slug}/lite`, `/${slug}.md`, ...aliases]),
  ]
}

const withAlias = `
SELECT p.path FROM aliases a JOIN posts p ON p.id = a.post WHERE a.alias IN (SELECT value FROM json_each(?))`

const withSlug = (db: Connection, slugs: string[]) =>
  pathsOf(db, 'SELECT path FROM posts WHERE slug IN (SELECT value FROM json_each(?))', slugs)

const pathsOf = (db: Connection, sql: string, values: string[]) =>
  db.all<{ path: string }>(sql, JSON.stringify(values)).map(({ path }) => path)

/** The posts that name one as related. Looks through all, but only when one has gone. */
function postsRelatedTo(db: Connection, slug: string): string[] {
  const sql = `SELECT p.path FROM facts f JOIN posts p ON p.id = f.post WHERE instr(f.facts, ?)
    AND EXISTS (SELECT 1 FROM json_each(f.facts, '$.related') WHERE value = ?)`
  return db.all<{ path: string }>(sql, JSON.stringify(slug), slug).map(({ path }) => path)
}

/** The posts that were told they name one that is not there. */
function postsMissingRelated(db: Connection, slug: string): string[] {
  const sql = `SELECT file AS path FROM problems WHERE stage = 'together' AND rule = 'related' AND instr(message, ?)`
  return db.all<{ path: string }>(sql, JSON.stringify(slug)).map(({ path }) => path)
}

function fieldsByPath(db: Connection, path: string): CrossFileFields | undefined {
  const sql = 'SELECT f.facts FROM facts f JOIN posts p ON p.id = f.post WHERE p.path = ?'
  const row = db.one<{ facts: string }>(sql, path)
  return row && JSON.parse(row.facts)
}
