/** S5: what Lighthouse says of a page, with its own slow phone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from './figure'
import { programOf } from './packages'
import { run } from './site'

export async function lighthouse(url: string): Promise<Figure[]> {
  const program = await programOf('lighthouse', '12.8.2', 'cli/index.js')
  if (!program) return []
  const path = join(process.cwd(), '.scratch', 'bench-lighthouse.json')
  await run(
    process.cwd(),
    [
      ...['node', program, url, '--quiet', '--output=json', `--output-path=${path}`],
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
    ],
    { CHROME_PATH: process.env.CHROMIUM ?? '/usr/bin/chromium' },
  )
  const { categories, audits }: Report = JSON.parse(readFileSync(path, 'utf8'))
  for (const { auditRefs } of Object.values(categories)) {
    for (const { id, weight } of auditRefs) {
      const audit = audits[id]
      if (weight > 0 && audit?.score !== null && audit && audit.score < 0.9)
        console.log(`  ${id}: ${audit.title}`)
    }
  }
  return Object.values(categories).map(({ title, score }) => ({
    ...{ goal: 'S5', what: `Lighthouse: ${title}`, value: Math.round(score * 100), unit: '' as const },
    asked: { of: 'value', least: 100 },
  }))
}

type Report = {
  categories: Record<string, { title: string; score: number; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { title: string; score: number | null }>
}
