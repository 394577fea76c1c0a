/** Something an author should know about a file. An error keeps the post from being published. */
export type Problem = {
  /** Path from the repository's root, with forward slashes: `posts/2026-03-01-chips.md`. */
  file: string
  /** Both counted from 1, in the file rather than in the body. */
  line?: number
  column?: number
  severity: 'error' | 'warning' | 'note'
  /** The rule's short name: `date`, `slug`, `mdx` … */
  rule: string
  /** What is wrong and what to write instead. */
  message: string
}

const labels = { error: 'error', warning: 'warn', note: 'note' } as const

/** The place of a problem as editors and terminals understand it: `file:line:column`. */
export function formatLocation({ file, line, column }: Problem): string {
  return [file, line, line && column].filter(Boolean).join(':')
}

/** One line for a person. Control characters of the author's own text never reach the terminal. */
export function formatProblem(problem: Problem): string {
  const { severity, rule, message } = problem
  const line = `${formatLocation(problem)}  ${labels[severity].padEnd(5)}  ${rule.padEnd(9)}  ${message}`
  return line.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}

/** Sorts by file, then line, then column. */
export function byPosition(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

/** Whether the list holds an error, not only warnings and notes. */
export function hasErrors(problems: Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error')
}
