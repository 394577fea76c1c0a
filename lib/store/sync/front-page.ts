import { parseFileName } from '@/lib/content/file-name'
import { type FrontPage, frontPageFile, parseFrontPage } from '@/lib/content/front-page'
import { checkFrontPage, type FrontPageLookups } from '@/lib/content/front-page-check'
import { hasErrors, type Problem } from '@/lib/content/problem'
import type { Summary } from '@/lib/content/summary'
import { site } from '@/site.config'
import type { Connection } from '../database'
import type { PostIndex } from '../reader'
import { readRootFile } from './root-file'

/** The front page as editors arranged it; undefined where they did not. */
export function getFrontPage(store: PostIndex): FrontPage | undefined {
  const row = stored(store.connection())
  return row && JSON.parse(row)
}

const stored = (db: Connection) =>
  db.one<{ value: string }>("SELECT value FROM meta WHERE key = 'front'")?.value

/**
 * Takes front.yml in. With an error in it the last good front stays; without the file there is none. It is read each time:
 * it is one small file, and what it names may have changed.
 */
export async function syncFrontPage(db: Connection, root: string, now: number) {
  const before = stored(db)
  const { isThere, value, problems: all } = await readFrontPageFile(root, createLookups(db), now)
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
export async function readFrontPageFile(root: string, facts: FrontPageLookups, now: number) {
  const found = await readRootFile(root, frontPageFile)
  if ('error' in found)
    return { isThere: true, problems: [problem('error', `${found.error} The front page stays as it was.`)] }
  if (!('bytes' in found)) return { isThere: false, problems: misnamed(found.misnamed) }
  const { value, place, problems } = parseFrontPage({ path: frontPageFile, bytes: found.bytes })
  return {
    isThere: true,
    value,
    problems: value ? [...problems, ...checkFrontPage(value, place, facts, now)] : problems,
  }
}

const misnamed = (file: string | undefined): Problem[] =>
  file ? [{ ...problem('warning', `This is not read. Name it ${frontPageFile}.`), file }] : []

const problem = (severity: Problem['severity'], message: string): Problem => ({
  file: frontPageFile,
  severity,
  rule: 'front',
  message,
})

function createLookups(db: Connection): FrontPageLookups {
  const summaryOf = 'SELECT p.summary FROM posts p WHERE p.slug = ? ORDER BY p.id LIMIT 1'
  const byAlias = 'SELECT p.summary FROM aliases a JOIN posts p ON p.id = a.post WHERE a.alias = ? LIMIT 1'
  return {
    post(slug) {
      const row =
        db.one<{ summary: string }>(summaryOf, slug) ?? db.one<{ summary: string }>(byAlias, `/${slug}`)
      return row && (JSON.parse(row.summary) as Summary)
    },
    quarantinedFile: (slug) =>
      db
        .all<{ path: string }>('SELECT path FROM files WHERE good = 0')
        .find(({ path }) => parseFileName(path).slug === slug)?.path,
    slugs: () =>
      db.all<{ slug: string }>("SELECT slug FROM posts WHERE layout = 'post'").map(({ slug }) => slug),
    termSlugs(by) {
      const sql =
        by === 'author'
          ? 'SELECT id AS term FROM authors'
          : `SELECT DISTINCT term FROM post_terms WHERE kind = '${by}'`
      const sections = by === 'category' ? site.sections.map(({ slug }) => slug) : []
      return new Set([...sections, ...db.all<{ term: string }>(sql).map(({ term }) => term)])
    },
  }
}
