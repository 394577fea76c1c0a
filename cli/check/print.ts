import { styleText } from 'node:util'
import { formatLocation, formatProblem, type Problem } from '@/lib/content/problem'

/** How the result is written: for people, for the annotations of GitHub, for programs. */
export const formats = ['text', 'github', 'json'] as const
export type Format = (typeof formats)[number]

const severityColors = { error: 'red', warning: 'yellow', note: 'dim' } as const

/** A problem on a line of its own; coloured where the terminal shows colours. */
export function formatLine(problem: Problem, isColoured: boolean): string {
  const line = formatProblem(problem)
  if (!isColoured) return line
  const place = formatLocation(problem)
  const rest = line.slice(place.length)
  const [label = ''] = /^ +\S+/.exec(rest) ?? []
  const style = (how: Parameters<typeof styleText>[0], text: string) =>
    // Whether there are colours has been decided.
    styleText(how, text, { validateStream: false })
  return style('bold', place) + style(severityColors[problem.severity], label) + rest.slice(label.length)
}

const annotationCommands = { error: 'error', warning: 'warning', note: 'notice' } as const

/**
 * A workflow command of GitHub Actions, which shows the message at the line of a pull request. What an author wrote must
 * not end the command and begin another: documentation of `@actions/core`, escapeData and escapeProperty.
 */
export function formatAnnotation({ file, line, column, severity, rule, message }: Problem): string {
  const properties = { file, line, col: column, title: rule }
  const written = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`${name}=${escaped(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C')}`],
  )
  return `::${annotationCommands[severity]} ${written.join(',')}::${escaped(message)}`
}

const escaped = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')

const number = new Intl.NumberFormat('en')

/** `2 errors, 1 warning`, with the rules that were broken most often where there are many. */
export function formatSummary(problems: Problem[]): string {
  const kinds = (['error', 'warning', 'note'] as const).flatMap((kind) => {
    const count = problems.filter(({ severity }) => severity === kind).length
    return count === 0 ? [] : [pluralize(count, kind)]
  })
  if (kinds.length === 0) return 'nothing to remark'
  if (problems.length < 50) return kinds.join(', ')
  const counts = new Map<string, number>()
  for (const { rule } of problems) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 8)
  return `${kinds.join(', ')} (${most.map(([rule, count]) => `${rule} ${number.format(count)}`).join(', ')})`
}

export const pluralize = (count: number, noun: string, plural = `${noun}s`) =>
  `${number.format(count)} ${count === 1 ? noun : plural}`
