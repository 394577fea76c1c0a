/** `npm run import`: brings the posts, authors and pictures of another system here. See docs/import.md. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { hasErrors } from '@/lib/content/problem'
import { readExisting } from '@/lib/import/existing'
import { importJekyll } from '@/lib/import/jekyll/import'
import { summary } from '@/lib/import/summary'
import { writePlan } from '@/lib/import/write'
import { collector } from '@/lib/mdx/body'
import { checkCaps } from '@/lib/mdx/caps'

const help = `npm run import -- <system> <source> [--dry-run]

  jekyll <folder>          the folder with _config.yml and _posts

  --dry-run                says what would be written, and writes nothing
  --help                   this text

Writes posts/, authors/ and public/assets/, and nothing over a file that is there already.
What cannot be converted is kept and listed with file and line. docs/import.md says more.`

process.exitCode = await main()

async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  const [system, source, more] = positionals
  if (values.help) console.log(help)
  if (values.help) return 0
  if (system !== 'jekyll' || !source || more) return refuse(help)
  if (!existsSync(source)) return refuse(`There is no folder ${source}.`)
  if (!isJekyll(source)) {
    const inside = readdirSync(source).filter((name) => isJekyll(join(source, name)))
    const hint = inside.length > 0 ? ` Did you mean ${join(source, inside[0] ?? '')}?` : ''
    return refuse(`There is no _config.yml and no _posts in ${source}.${hint}`)
  }
  const root = process.cwd()
  const plan = importJekyll(source, await readExisting(root), weigh)
  const written = writePlan(plan, root, values['dry-run'])
  for (const line of summary(plan, written, values['dry-run'])) console.log(line)
  return hasErrors(plan.problems) ? 1 : 0
}

function isJekyll(folder: string): boolean {
  return ['_config.yml', '_config.yaml', '_posts'].some((name) => existsSync(join(folder, name)))
}

function weigh(body: string): string | undefined {
  const { problems, report } = collector({ body, bodyLine: 1, format: 'md', path: '' })
  checkCaps(body, report)
  return problems[0]?.message
}

function readArguments() {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { values: { help: false, 'dry-run': false }, positionals: [] }
  }
}

function refuse(message: string): number {
  console.error(message)
  return 1
}
