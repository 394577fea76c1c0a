import { type CrossFileFields, checkPostReferences } from '@/lib/content/cross-file-checks'
import { hasErrors, type Problem } from '@/lib/content/problem'
import type { Connection } from '../database'
import { affectedFiles, fieldsToCheck } from './affected-files'
import { storedAuthors } from './author-rows'
import type { ChangeSet } from './change-set'
import { quarantine } from './ingest'
import { replaceProblems } from './problem-rows'

/**
 * Checks what only shows across files, and holds back what this sync brought in with an error, until the rest is
 * sound. An error in a file that did not change is told, and the post stays. Reads only the posts that a change has to do
 * with, so that a story among 100,000 costs what it costs among ten; all of them where much has changed.
 */
export function checkAcrossFiles(db: Connection, changes: ChangeSet): void {
  const concerned = affectedFiles(db, changes)
  if (concerned?.size === 0) return
  const quarantined: Problem[] = []
  for (;;) {
    const facts = (concerned ? fieldsToCheck(db, concerned) : allCrossFileFields(db)).map((one) =>
      isNewcomer(one, changes) ? datedLast(one) : one,
    )
    const problems = checkPostReferences(facts, storedAuthors(db)).filter(
      ({ file }) => concerned?.has(file) ?? true,
    )
    const errors = problems.filter((problem) => hasErrors([problem]) && changes.has(problem.file))
    if (errors.length === 0) {
      replaceProblems(db, 'together', [...problems, ...quarantined], concerned)
      return
    }
    for (const file of new Set(errors.map(({ file }) => file))) quarantine(db, changes, file)
    quarantined.push(...errors)
  }
}

function allCrossFileFields(db: Connection): CrossFileFields[] {
  // One row of JSON: to bring 100,000 of them over from the database takes three times as long.
  const row = db.one<{ all: string | null }>(`SELECT group_concat(facts) AS "all" FROM facts`)
  return JSON.parse(`[${row?.all ?? ''}]`)
}

/** Whether this sync is the first to see the post at these addresses. */
function isNewcomer({ path, slug, aliases }: CrossFileFields, changes: ChangeSet): boolean {
  if (!changes.has(path)) return false
  const before = changes.before.get(path)
  return before?.slug !== slug || before.aliases.join() !== aliases.join()
}

/**
 * Of two posts with one address the check takes the one that was published later for the wrong one. A newcomer with
 * an early date must not push out a page that is public, so it is asked as if it came thousands of years later.
 */
function datedLast(facts: CrossFileFields): CrossFileFields {
  const year = Math.min(9999, Number(facts.published.slice(0, 4)) + 5000)
  return { ...facts, published: year + facts.published.slice(4) }
}
