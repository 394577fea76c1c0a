import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@/lib/content/problem'
import type { Newsroom } from './newsroom'
import type { Request } from './options'
import { formatAnnotation, formatLine, formatSummary, pluralize } from './print'
import { listUnpublished } from './unpublished'

/** Prints what was found in the files asked for, or in all, and gives the exit code. */
export function report(newsroom: Newsroom, only: string[], request: Request): number {
  const isMeant = (file: string) => isRequested(only, file)
  const all = newsroom.problems.filter(({ file }) => isMeant(file))
  const problems = request.quiet ? all.filter(({ severity }) => severity === 'error') : all
  const held = listUnpublished(newsroom).filter(({ path }) => isMeant(path))
  if (request.format === 'json') print(JSON.stringify({ problems, notPublic: held }, undefined, 2))
  else {
    const isColoured = usesColors()
    const line = (problem: Problem) =>
      request.format === 'github' ? formatAnnotation(problem) : formatLine(problem, isColoured)
    print(problems.map(line).join('\n'))
    const hidden = held.map(({ path, why }) => `${path} (${why})`)
    if (hidden.length > 0)
      print(
        `${pluralize(hidden.length, 'post')} ${hidden.length === 1 ? 'is' : 'are'} not public: ${hidden.join(', ')}`,
      )
    print(`${countFilesRead(newsroom, only)} read: ${formatSummary(problems)}`)
  }
  const worst = request.strict ? ['error', 'warning'] : ['error']
  return problems.some(({ severity }) => worst.includes(severity)) ? 1 : 0
}

/** Whether a file is among those asked for: all, some, or whatever lies in a folder. */
export function isRequested(only: string[], file: string): boolean {
  return only.length === 0 || only.some((one) => file === one || (one.endsWith('/') && file.startsWith(one)))
}

/** How much was looked at. */
function countFilesRead({ root, lintedFiles: examined }: Newsroom, only: string[]): string {
  if (only.length === 0) return pluralize(examined.length, 'post')
  const files = only.map((one) => (one.endsWith('/') ? filesBelow(join(root, one)) : 1))
  return pluralize(
    files.reduce((sum, count) => sum + count),
    'file',
  )
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

const print = (text: string) => {
  if (text) console.log(text)
}

/** https://no-color.org; CI systems that show colours set FORCE_COLOR. */
function usesColors(): boolean {
  if (process.env.NO_COLOR) return false
  return process.stdout.isTTY || Boolean(process.env.FORCE_COLOR)
}
