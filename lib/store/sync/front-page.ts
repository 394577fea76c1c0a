import { readFileName } from '@/lib/content/file-name'
import { type Front, frontFile, readFront } from '@/lib/content/front-page'
import { checkFront, type FrontFacts } from '@/lib/content/front-page-check'
import { hasErrors, type Problem } from '@/lib/content/problem'
import type { Summary } from '@/lib/content/summary'
import { site } from '@/site.config'
import type { Connection } from '../database'
import type { PostIndex } from '../reader'
import { rootFile } from './root-file'

/** The front page as editors arranged it; undefined where they did not. */
export function arrangedFront(archive: PostIndex): Front | undefined {
  const row = stored(archive.connection())
  return row && JSON.parse(row)
}

const stored = (db: Connection) =>
  db.one<{ value: string }>("SELECT value FROM meta WHERE key = 'front'")?.value

/**
 * Takes front.yml in. With an error in it the last good front stays; without the file there is none. It is read each time:
 * it is one small file, and what it names may have changed.
 */
export async function syncFront(db: Connection, root: string, now: number) {
  const before = stored(db)
  const { isThere, value, problems: all } = await frontIn(root, factsFor(db), now)
  if (!isThere) {
    db.run("DELETE FROM meta WHERE key = 'front'")
    return { changed: before !== undefined, problems: all }
  }
  if (!value || hasErrors(all)) return { changed: false, problems: all }
  const after = JSON.stringify(value)
  if (after !== before) db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('front', ?)", after)
  return { changed: after !== before, problems: all }
}

/** front.yml as it is on the disk, with all that is wrong with it; no value where it cannot be read. */
export async function frontIn(root: string, facts: FrontFacts, now: number) {
  const found = await rootFile(root, frontFile)
  if ('fault' in found)
    return { isThere: true, problems: [problem('error', `${found.fault} The front page stays as it was.`)] }
  if (!('bytes' in found)) return { isThere: false, problems: misnamed(found.misnamed) }
  const { value, place, problems } = readFront({ path: frontFile, bytes: found.bytes })
  return {
    isThere: true,
    value,
    problems: value ? [...problems, ...checkFront(value, place, facts, now)] : problems,
  }
}

const misnamed = (file: string | undefined): Problem[] =>
  file ? [{ ...problem('warning', `This is not read. Name it ${frontFile}.`), file }] : []

const problem = (severity: Problem['severity'], message: string): Problem => ({
  file: frontFile,
  severity,
  rule: 'front',
  message,
})

function factsFor(db: Connection): FrontFacts {
  const summaryOf = 'SELECT p.summary FROM posts p WHERE p.slug = ? ORDER BY p.id LIMIT 1'
  const byAlias = 'SELECT p.summary FROM aliases a JOIN posts p ON p.id = a.post WHERE a.alias = ? LIMIT 1'
  return {
    post(slug) {
      const row =
        db.one<{ summary: string }>(summaryOf, slug) ?? db.one<{ summary: string }>(byAlias, `/${slug}`)
      return row && (JSON.parse(row.summary) as Summary)
    },
    heldBack: (slug) =>
      db
        .all<{ path: string }>('SELECT path FROM files WHERE good = 0')
        .find(({ path }) => readFileName(path).slug === slug)?.path,
    slugs: () =>
      db.all<{ slug: string }>("SELECT slug FROM posts WHERE layout = 'post'").map(({ slug }) => slug),
    known(by) {
      const sql =
        by === 'author'
          ? 'SELECT id AS term FROM authors'
          : `SELECT DISTINCT term FROM post_terms WHERE kind = '${by}'`
      const sections = by === 'category' ? site.sections.map(({ slug }) => slug) : []
      return new Set([...sections, ...db.all<{ term: string }>(sql).map(({ term }) => term)])
    },
  }
}
