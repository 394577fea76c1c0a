/** `npm run import`: brings the posts, authors and pictures of another system here. See docs/import.md. */
import { parseArgs } from 'node:util'
import { readExistingFiles } from '@/cli/import/existing-files'
import type { ImportPlan } from '@/cli/import/plan'
import { summary } from '@/cli/import/summary'
import { writePlan } from '@/cli/import/write'
import { hasErrors } from '@/lib/content/problem'
import { readers } from './import/sources'

const help = `npm run import -- <system> <source> [--dry-run]

  jekyll <folder>          the folder with _config.yml and _posts
  wordpress <export.xml>   the file from Tools → Export → All content
  ghost <export.json>      the file from Settings → Import/Export → Export content

  --files <folder>         for wordpress and ghost: a copy of the site's files that contains
                           wp-content/uploads or content/images, the source of the pictures
  --origin <url>           for ghost: the URL of the old site, which its export does not contain
  --dry-run                report what would be written, and write nothing
  --help                   show this text

Writes to posts/, authors/ and public/assets/, and never overwrites a file.
Content that cannot be converted is kept and listed with file and line. See docs/import.md.`

process.exitCode = await main()

async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  const [system, source, more] = positionals
  if (values.help) console.log(help)
  if (values.help) return 0
  const read =
    system === undefined || source === undefined || more !== undefined ? undefined : readers[system]
  if (!read || source === undefined) return refuse(help)
  const root = process.cwd()
  const plan = await attempt(async () => read(source, values, await readExistingFiles(root)))
  if (typeof plan === 'string') return refuse(plan)
  const written = writePlan(plan, root, values['dry-run'])
  for (const line of summary(plan, written, values['dry-run'])) console.log(line)
  return hasErrors(plan.problems) ? 1 : 0
}

async function attempt(get: () => Promise<ImportPlan>): Promise<ImportPlan | string> {
  try {
    return await get()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function readArguments() {
  const options = {
    'dry-run': { type: 'boolean', default: false },
    files: { type: 'string' },
    origin: { type: 'string' },
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
