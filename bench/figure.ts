/** One thing measured, next to what it is compared with and to the goal. */
export type Figure = {
  goal: string
  what: string
  value: number
  unit: 's' | 'ms' | 'MB' | 'KB' | 'bytes' | 'a second' | ''
  posts?: number
  /** `isEnded`: it was not there yet after so long. */
  beside?: { name: string; value: number; isEnded?: boolean }
  /** What the goal asks of the value, or of its ratio to what stands beside it. */
  asked?: { of: 'value' | 'ratio'; most?: number; least?: number }
  /** How many processes wanted one of the machine's cores meanwhile (the load average of five minutes). */
  load?: number
}

const number = (value: number) =>
  value >= 100 || Number.isInteger(value) ? Math.round(value).toLocaleString('en') : value.toPrecision(2)

const ratioOf = ({ value, beside }: Figure) => beside && value / beside.value

/** By what it is missed, as a factor above 1, or undefined where the goal is met or nothing was asked. */
export function missedBy(figure: Figure): number | undefined {
  const { asked } = figure
  const found = asked?.of === 'ratio' ? ratioOf(figure) : figure.value
  if (!asked || found === undefined) return undefined
  const factor = asked.most === undefined ? (asked.least ?? 0) / found : found / (asked.most || 1e-9)
  return factor > 1 ? factor : undefined
}

function askedFor({ asked, unit }: Figure): string {
  if (!asked) return ''
  const [word, limit] = asked.most === undefined ? ['at least', asked.least] : ['at most', asked.most]
  return asked.of === 'ratio' ? `${word} ${limit}×` : `${word} ${number(limit ?? 0)} ${unit}`.trim()
}

function verdict(figure: Figure): string {
  if (!figure.asked) return ''
  const missed = missedBy(figure)
  return missed === undefined ? 'met' : `missed ${number(missed)}×`
}

/** All figures as a Markdown table. */
export function table(figures: Figure[]): string {
  const rows = figures.map((figure) => {
    const { goal, what, posts, value, unit, beside } = figure
    const measured = `${number(value)} ${unit}`.trim()
    const over = beside?.isEnded
    const next = beside ? `${beside.name} ${over ? 'over ' : ''}${number(beside.value)} ${unit}`.trim() : ''
    const ratio = ratioOf(figure)
    const times =
      ratio === undefined || !Number.isFinite(ratio) ? '' : `${over ? 'under ' : ''}${ratio.toPrecision(2)}×`
    return [
      goal,
      what,
      posts ? number(posts) : '',
      measured,
      next,
      times,
      askedFor(figure),
      verdict(figure),
      String(figure.load ?? ''),
    ]
  })
  const head = ['', 'what', 'stories', 'measured', 'beside it', 'ratio', 'asked', '', 'load']
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => (row[column] ?? '').length)))
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** The value below which a share of all lies. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
export const median = (values: number[]) => quantile(values, 0.5)
