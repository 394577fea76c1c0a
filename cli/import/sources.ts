import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { ExistingFiles } from '@/cli/import/existing-files'
import { importGhost } from '@/cli/import/ghost/import'
import { importJekyll } from '@/cli/import/jekyll/import'
import type { ImportPlan } from '@/cli/import/plan'
import { openFolder } from '@/cli/import/source-folder'
import { readSourceText } from '@/cli/import/source-text'
import { importWordpress } from '@/cli/import/wordpress/import'
import { collectProblems } from '@/lib/render/body'
import { checkLimits } from '@/lib/render/limits'

type Values = { files?: string; origin?: string }
type Reader = (source: string, values: Values, existing: ExistingFiles) => ImportPlan

const largest = 200 * 1024 * 1024

/** What can be imported. Each throws, with a sentence for a person, where the source is not what it should be. */
export const readers: Record<string, Reader | undefined> = Object.assign(Object.create(null), {
  jekyll: (source: string, _: Values, existing: ExistingFiles) => {
    if (!existsSync(source)) throw new Error(`There is no folder ${source}.`)
    if (!isJekyll(source))
      throw new Error(`There is no _config.yml and no _posts in ${source}.${hint(source)}`)
    return importJekyll(source, existing, checkComplexity)
  },
  wordpress: (source: string, { files }: Values, existing: ExistingFiles) =>
    importWordpress(
      { name: basename(source), xml: textOf(source), files: folder(files) },
      existing,
      checkComplexity,
    ),
  ghost: (source: string, { files, origin }: Values, existing: ExistingFiles) =>
    importGhost(
      { name: basename(source), json: textOf(source), files: folder(files), origin },
      existing,
      checkComplexity,
    ),
})

function isJekyll(path: string): boolean {
  return ['_config.yml', '_config.yaml', '_posts'].some((name) => existsSync(join(path, name)))
}

function hint(source: string): string {
  if (!statSync(source).isDirectory()) return ''
  const inside = readdirSync(source).find((name) => isJekyll(join(source, name)))
  return inside === undefined ? '' : ` Did you mean ${join(source, inside)}?`
}

function textOf(source: string): string {
  if (!existsSync(source) || !statSync(source).isFile()) throw new Error(`There is no file ${source}.`)
  const { text, remarks } = readSourceText(readFileSync(source), largest)
  if (text === undefined) throw new Error(remarks.join(' '))
  return text
}

function folder(path: string | undefined) {
  if (path !== undefined && !existsSync(path)) throw new Error(`There is no folder ${path}.`)
  return path === undefined ? undefined : openFolder(path)
}

function checkComplexity(body: string): string | undefined {
  const { problems, report } = collectProblems({ body, bodyLine: 1, format: 'md', path: '' })
  checkLimits(body, report)
  return problems[0]?.message
}
