import { byPosition, type Problem } from '@/lib/content/problem'
import type { Connection } from '../database'

/** The part of a sync that found a problem, and that replaces it the next time: see schema.ts. */
export type Stage = 'listing' | 'pictures' | 'file' | 'together' | 'terms' | 'front' | 'previews' | 'gone'

type Row = Omit<Problem, 'line' | 'column'> & { line: number | null; column: number | null }

/** Every problem in the order of its place, or those of one file. */
export function storedProblems(db: Connection, file?: string): Problem[] {
  const columns = 'SELECT file, line, column, severity, rule, message FROM problems'
  const rows = file ? db.all<Row>(`${columns} WHERE file = ?`, file) : db.all<Row>(columns)
  const problems = rows.map(({ line, column, ...rest }) => ({
    ...rest,
    ...(line === null ? {} : { line }),
    ...(column === null ? {} : { column }),
  }))
  return problems.sort(byPosition)
}

/** Puts what a stage found now in place of what it found before, in all files or in some. */
export function replaceProblems(
  db: Connection,
  stage: Stage,
  problems: Problem[],
  files?: Iterable<string>,
): void {
  if (!files) db.run('DELETE FROM problems WHERE stage = ?', stage)
  for (const file of files ?? []) db.run('DELETE FROM problems WHERE file = ? AND stage = ?', file, stage)
  addProblems(db, stage, problems)
}

/** What was found in a file that was never seen before. */
export const addFileProblems = (db: Connection, problems: Problem[]) => addProblems(db, 'file', problems)

/** The same for what was found in one file. */
export function replaceFileProblems(db: Connection, file: string, problems: Problem[]): void {
  db.run("DELETE FROM problems WHERE file = ? AND stage = 'file'", file)
  addProblems(db, 'file', problems)
}

function addProblems(db: Connection, stage: Stage, problems: Problem[]) {
  for (const { file, line, column, severity, rule, message } of problems) {
    db.run(
      'INSERT INTO problems (file, line, column, severity, rule, message, stage) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[file, line ?? null, column ?? null, severity, rule, message, stage],
    )
  }
}
