import { scalarText } from '@/lib/content/fields'
import type { PostSource } from '@/lib/content/post'
import type { Problem } from '@/lib/content/problem'
import { closestMatch } from '@/lib/text'
import { isRuleName, ruleNames } from './rule-catalog'

/** Lines of a file in which a rule is not to be applied. */
export type Suppression = { rule: string; from: number; to: number; line: number; column: number }

// A definition of a link that no link uses: .md and .mdx both read it, and neither shows it.
const directive = /^([ \t>]*)\[check-ignore\]:[ \t]+#[ \t]+(?:"([^"\n]*)"|\(([^()\n]*)\)|'([^'\n]*)')[ \t]*$/

/**
 * What an author wants to hear nothing about: `ignore: [rule]` in the head for the whole file, or for the next
 * paragraph a line `[check-ignore]: # "rule: why"`.
 */
export function parseSuppressions({ text, data, bodyLine, positionOf: place }: PostSource): Suppression[] {
  const all = { from: 1, to: Number.MAX_SAFE_INTEGER, ...place(['ignore'], 'key') }
  const inHead = (Array.isArray(data.ignore) ? data.ignore : [data.ignore ?? []].flat()).map((rule) => ({
    rule: scalarText(rule).trim(),
    ...all,
  }))
  if (!text.includes('[check-ignore]')) return inHead
  const lines = text.split('\n')
  const inBody = lines.flatMap((line, index) => {
    const match = index + 1 < bodyLine || isText(lines, index) ? null : directive.exec(line)
    if (!match) return []
    const [names = ''] = (match[2] ?? match[3] ?? match[4] ?? '').split(':', 1)
    const range = paragraphBelow(lines, index)
    const at = { line: index + 1, column: (match[1] ?? '').length + 1 }
    return names
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((rule) => ({ rule, ...range, ...at }))
  })
  return [...inHead, ...inBody]
}

/** The lines from the first that is not empty to the next that is; a directive directly above counts as empty. */
function paragraphBelow(lines: string[], index: number): { from: number; to: number } {
  const isEmpty = (line: string) => /^[\s>]*$/.test(line) || directive.test(line)
  let first = index + 1
  while (first < lines.length && isEmpty(lines[first] ?? '')) first++
  let end = first
  while (end < lines.length && !/^\s*$/.test(lines[end] ?? '')) end++
  return { from: first + 1, to: end }
}

/** Right below a line of text it belongs to the paragraph. */
function isText(lines: string[], index: number): boolean {
  const above = lines[index - 1] ?? ''
  return !/^[\s>]*$/.test(above) && above !== '---' && !directive.test(above)
}

/** The problems that are left, with what is wrong with the suppressions themselves. An error is never suppressed. */
export function applySuppressions(file: string, suppressions: Suppression[], problems: Problem[]): Problem[] {
  const used = new Set<Suppression>()
  const left = problems.filter((problem) => {
    const covering =
      problem.severity === 'error' ? [] : suppressions.filter((suppression) => covers(suppression, problem))
    for (const suppression of covering) used.add(suppression)
    return covering.length === 0
  })
  const remarks = suppressions
    .filter((suppression) => !used.has(suppression))
    .map(({ rule, line, column }): Problem => {
      const at = { file, line, column, rule: 'silence' }
      if (isRuleName(rule))
        return { ...at, severity: 'note', message: `"${rule}" finds nothing here. Take it out.` }
      const near = closestMatch(rule, ruleNames)
      const hint = near ? `Did you mean "${near}"?` : 'docs/rules.md names them.'
      return { ...at, severity: 'warning', message: `There is no rule "${rule}". ${hint}` }
    })
  return [...left, ...remarks]
}

type Spot = { rule: string; line?: number }

export const isSuppressed = (suppressions: Suppression[], spot: Spot) =>
  suppressions.some((suppression) => covers(suppression, spot))

const covers = ({ rule, from, to }: Suppression, { rule: name, line = 1 }: Spot) =>
  rule === name && from <= line && line <= to

/** Directives that are not what they look like: under a line of text they are text, and readers see them. */
export function findInvalidDirectives(file: string, { text, body, bodyLine }: PostSource): Problem[] {
  if (!body.includes('check-ignore')) return []
  const lines = text.split('\n')
  return lines.flatMap((line, index): Problem[] => {
    if (index + 1 < bodyLine || !/^[ \t>]*\[check-ignore\]:/.test(line)) return []
    const fault = !directive.test(line)
      ? 'This silences nothing. Write [check-ignore]: # "rule: why".'
      : index + 1 > bodyLine && isText(lines, index)
        ? 'Readers see this, because a line of text stands right above. Put an empty line between.'
        : undefined
    return fault
      ? [{ file, line: index + 1, column: 1, severity: 'warning', rule: 'silence', message: fault }]
      : []
  })
}
