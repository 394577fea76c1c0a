/** S5: what Lighthouse says of a page, with its own slow phone. Medians: the same page gets 94 and 99. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, median } from './figure'
import { programOf } from './packages'
import { run } from './site'

const rounds = 5

export async function lighthouse(url: string): Promise<Figure[]> {
  const program = await programOf('lighthouse', '12.8.2', 'cli/index.js')
  if (!program) return []
  const reports: Report[] = []
  for (let round = 0; round < rounds; round++) reports.push(await report(program, url))
  for (const { title } of Object.values(reports[0]?.audits ?? {}).filter(isWrong)) console.log(`  ${title}`)
  return Object.entries(reports[0]?.categories ?? {}).map(([id, { title }]) => ({
    ...{ goal: 'S5', what: `Lighthouse: ${title}`, unit: '' as const },
    value: median(reports.map(({ categories }) => Math.round((categories[id]?.score ?? 0) * 100))),
    asked: { of: 'value', least: 100 },
  }))
}

type Audit = { title: string; score: number | null }
type Report = {
  categories: Record<string, { title: string; score: number }>
  audits: Record<string, Audit>
}

const isWrong = ({ score }: Audit) => score !== null && score < 0.9

async function report(program: string, url: string): Promise<Report> {
  const path = join(process.cwd(), '.scratch', 'bench-lighthouse.json')
  const options = ['--quiet', '--output=json', `--output-path=${path}`]
  const chrome = '--chrome-flags=--headless=new --no-sandbox --disable-gpu'
  await run(process.cwd(), ['node', program, url, ...options, chrome], {
    more: { CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' },
  })
  return JSON.parse(readFileSync(path, 'utf8'))
}
