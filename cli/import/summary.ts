import { byPosition, formatProblem, type Problem } from '@/lib/content/problem'
import type { ImportPlan } from './plan'
import type { Written } from './write'

/** The report of an import, in lines: what was not understood, where everything is now, what is left to do, and the sum. */
export function summary(plan: ImportPlan, written: Written[], dryRun: boolean): string[] {
  const warnings = plan.problems.filter(({ severity }) => severity !== 'note').sort(byPosition)
  const notes = plan.problems.filter(({ severity }) => severity === 'note')
  const kept = written.filter(({ outcome }) => outcome === 'kept' || outcome === 'refused')
  const byHand = plan.addresses.filter((address) => address.byHand)
  return [
    ...section('What needs a look, by the files of the old site', warnings.map(formatProblem)),
    ...section(
      'What was left as it is',
      kept.map(({ path, outcome }) => `${path}  ${reasons[outcome]}`),
    ),
    ...section(
      'Old addresses and where they lead',
      plan.addresses.filter(({ byHand }) => !byHand).map(arrow),
    ),
    ...section(
      'Old addresses for which a rule has to be written, for example in next.config.js',
      byHand.map(arrow),
    ),
    ...section('What to set by hand', [...plan.hints, ...counted(notes)]),
    '',
    sum(plan, written, warnings.length),
    dryRun ? 'Nothing was written: this was a dry run.' : 'Next: npm run check:posts',
  ]
}

const reasons: Record<string, string> = {
  kept: 'is there already and is another file, so it stays. Delete or rename it and import again.',
  refused: 'is no place an import may write to.',
}

const arrow = ({ old, now }: { old: string; now: string }) => `${old} → ${now}`

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : ['', `── ${title} (${number.format(lines.length)})`, ...lines]
}

/** Notes say the same of many files. */
function counted(notes: Problem[]): string[] {
  const counts = new Map<string, number>()
  for (const { message } of notes) counts.set(message, (counts.get(message) ?? 0) + 1)
  return [...counts].map(([message, count]) => `${number.format(count)} × ${message}`)
}

const number = new Intl.NumberFormat('en')

const some = (count: number, what: string) => `${number.format(count)} ${what}${count === 1 ? '' : 's'}`

function sum(plan: ImportPlan, written: Written[], warnings: number): string {
  const count = (kind: Written['kind']) => {
    const all = written.filter((one) => one.kind === kind)
    const rest = (['same', 'kept', 'refused'] as const).flatMap((outcome) => {
      const some = all.filter((one) => one.outcome === outcome).length
      return some > 0 ? [`${number.format(some)} ${outcome}`] : []
    })
    return `${some(all.length, kind)}${rest.length > 0 ? ` (${rest.join(', ')})` : ''}`
  }
  const redirects = plan.addresses.filter(
    ({ old, now, byHand }) => !byHand && old.replace(/\/$/, '') !== now,
  ).length
  return `${count('post')}, ${count('author')}, ${count('picture')}, ${some(redirects, 'redirect')}, ${some(warnings, 'warning')}`
}
