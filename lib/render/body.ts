import type { Post } from '@/lib/content/post'
import { byPosition, formatProblem, type Problem } from '@/lib/content/problem'

/** What of a post this room reads. `bodyLine` is the line of the file on which the body begins. */
export type Body = Pick<Post, 'body' | 'format' | 'path' | 'bodyLine'>

/** A body that cannot be shown, with everything that is wrong with it. */
export class BodyError extends Error {
  readonly problems: Problem[]
  constructor(problems: Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.name = 'BodyError'
    this.problems = problems
  }
}

/** Nobody reads more, and 100,000 problems of one post would crowd out those of the others. */
const maxProblems = 100

type Place = { line: number; column?: number } | undefined
export type Report = (
  place: Place,
  message: string,
  rule?: string,
  severity?: Problem['severity'],
) => undefined

/** Runs a check and throws a BodyError with all it reported. */
export function throwIfProblems(body: Body, check: (report: Report) => unknown) {
  const { problems, report } = collectProblems(body)
  check(report)
  if (problems.length > 0) throw new BodyError(problems.sort(byPosition))
}

/** Collects problems of one body. Places come in lines of the body and are kept as lines of the file. */
export function collectProblems(body: Body): { problems: Problem[]; report: Report } {
  const problems: Problem[] = []
  const report: Report = (place, message, rule = 'mdx', severity = 'error') => {
    if (problems.length >= maxProblems) return undefined
    const at = place && { line: place.line + body.bodyLine - 1, column: place.column }
    problems.push({ file: body.path, ...at, severity, rule, message })
    return undefined
  }
  return { problems, report }
}
