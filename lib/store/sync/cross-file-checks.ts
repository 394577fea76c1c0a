import { checkAddresses, type PostFacts } from '@/lib/content/cross-file-checks'
import { hasErrors, type Problem } from '@/lib/content/problem'
import type { Connection } from '../database'
import { concernedBy, factsAround } from './affected-files'
import { allAuthors } from './author-rows'
import type { Changes } from './change-set'
import { holdBack } from './ingest'
import { replaceProblems } from './problem-rows'

/**
 * Checks what only shows across files, and holds back what this sync brought in with an error, until the rest is
 * sound. An error in a file that did not change is told, and the post stays. Reads only the posts that a change has to do
 * with, so that a story among 100,000 costs what it costs among ten; all of them where much has changed.
 */
export function checkAcross(db: Connection, changes: Changes): void {
  const concerned = concernedBy(db, changes)
  if (concerned?.size === 0) return
  const heldBack: Problem[] = []
  for (;;) {
    const facts = (concerned ? factsAround(db, concerned) : allFacts(db)).map((one) =>
      isNewcomer(one, changes) ? afterAllOthers(one) : one,
    )
    const problems = checkAddresses(facts, allAuthors(db)).filter(({ file }) => concerned?.has(file) ?? true)
    const errors = problems.filter((problem) => hasErrors([problem]) && changes.has(problem.file))
    if (errors.length === 0) {
      replaceProblems(db, 'together', [...problems, ...heldBack], concerned)
      return
    }
    for (const file of new Set(errors.map(({ file }) => file))) holdBack(db, changes, file)
    heldBack.push(...errors)
  }
}

function allFacts(db: Connection): PostFacts[] {
  // One row of JSON: to bring 100,000 of them over from the database takes three times as long.
  const row = db.one<{ all: string | null }>(`SELECT group_concat(facts) AS "all" FROM facts`)
  return JSON.parse(`[${row?.all ?? ''}]`)
}

/** Whether this sync is the first to see the post at these addresses. */
function isNewcomer({ path, slug, aliases }: PostFacts, changes: Changes): boolean {
  if (!changes.has(path)) return false
  const before = changes.before.get(path)
  return before?.slug !== slug || before.aliases.join() !== aliases.join()
}

/**
 * Of two posts with one address the check takes the one that was published later for the wrong one. A newcomer with
 * an early date must not push out a page that is public, so it is asked as if it came thousands of years later.
 */
function afterAllOthers(facts: PostFacts): PostFacts {
  const year = Math.min(9999, Number(facts.published.slice(0, 4)) + 5000)
  return { ...facts, published: year + facts.published.slice(4) }
}
