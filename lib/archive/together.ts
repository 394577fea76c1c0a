import { hasErrors, type Problem } from '@/lib/content/problem'
import { checkTogether, type PostFacts } from '@/lib/content/publication'
import { allAuthors } from './author-rows'
import type { Changes } from './changes'
import type { Connection } from './database'
import { factsOf } from './facts'
import { holdBack } from './intake'

/**
 * Checks what only shows across files, and holds back what this sync brought in with an error, until the rest is
 * sound. An error in a file that did not change is told, and the post stays.
 */
export function checkAcross(db: Connection, changes: Changes): Problem[] {
  const heldBack: Problem[] = []
  for (;;) {
    const problems = checkTogether(allFacts(db, changes), allAuthors(db))
    const errors = problems.filter((problem) => hasErrors([problem]) && changes.has(problem.file))
    if (errors.length === 0) return [...problems, ...heldBack]
    for (const file of new Set(errors.map(({ file }) => file))) holdBack(db, changes, file)
    heldBack.push(...errors)
  }
}

/**
 * Whether that check could say something else now. It takes a second for 100,000 posts, and most edits change only what it
 * never looks at. Where it found an error anywhere it is asked again: a post may have to be held back, or let in.
 */
export function mayDiffer(db: Connection, changes: Changes): boolean {
  if (changes.authorIds().length > 0) return true
  const error = "SELECT 1 FROM problems WHERE stage = 'together' AND severity = 'error' LIMIT 1"
  if (db.one(error)) return true
  const stored = 'SELECT f.facts FROM facts f JOIN posts p ON p.id = f.post WHERE p.path = ?'
  for (const path of changes.after.keys()) {
    const before = changes.before.get(path)
    const facts = db.one<{ facts: string }>(stored, path)?.facts
    if (!before || facts !== JSON.stringify(factsOf(before))) return true
  }
  return false
}

function allFacts(db: Connection, changes: Changes): PostFacts[] {
  // One row of JSON: to bring 100,000 of them over from the database takes three times as long.
  const row = db.one<{ all: string | null }>(`SELECT group_concat(facts) AS "all" FROM facts`)
  const all: PostFacts[] = JSON.parse(`[${row?.all ?? ''}]`)
  return all.map((facts) => (isNewcomer(facts, changes) ? afterAllOthers(facts) : facts))
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
