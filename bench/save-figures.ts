import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { type Figure, table } from './figure'
import { plots } from './plots'

type Kept = Figure & { when: string }

const file = 'bench/figures.json'
const keyOf = ({ goal, what, posts, beside }: Figure) =>
  [goal, what, posts, goal === 'S1' && beside?.name].join()

/** Puts figures in the place of the last ones of the same thing, and writes all, the table and the plots. Gives all. */
export function keep(figures: Figure[]): Figure[] {
  const when = new Date().toISOString().slice(0, 16).replace('T', ' ')
  const known: Kept[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const fresh = figures.map((figure) => ({
    ...figure,
    when,
    load: Math.round((loadavg()[1] ?? 0) * 10) / 10,
  }))
  const replaced = new Set(fresh.map(keyOf))
  const all = [...known.filter((figure) => !replaced.has(keyOf(figure))), ...fresh].sort(
    (a, b) => a.goal.localeCompare(b.goal) || (a.posts ?? 0) - (b.posts ?? 0),
  )
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
  for (const [name, svg] of Object.entries(plots(all))) writeFileSync(`bench/${name}.svg`, svg)
  const times = all.map((figure) => figure.when).sort()
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}`
  const text = [
    `${machine}. From ${times[0]} to ${times.at(-1)} UTC. "load" is how many processes wanted a core while the row was measured.`,
    table(all),
  ].join('\n\n')
  const readme = readFileSync('bench/README.md', 'utf8')
  writeFileSync(
    'bench/README.md',
    readme.replace(
      /<!-- figures -->[\s\S]*<!-- end of figures -->/,
      () => `<!-- figures -->\n\n${text}\n\n<!-- end of figures -->`,
    ),
  )
  return all
}
