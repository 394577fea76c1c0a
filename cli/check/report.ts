import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@/lib/content/problem'
import type { Newsroom } from './newsroom'
import type { Request } from './options'
import { annotationOf, counted, lineOf, summaryOf } from './print'
import { heldBack } from './unpublished'

/** Prints what was found in the files asked for, or in all, and gives the exit code. */
export function report(newsroom: Newsroom, only: string[], request: Request): number {
  const isMeant = (file: string) => isAsked(only, file)
  const all = newsroom.problems.filter(({ file }) => isMeant(file))
  const problems = request.quiet ? all.filter(({ severity }) => severity === 'error') : all
  const held = heldBack(newsroom).filter(({ path }) => isMeant(path))
  if (request.format === 'json') print(JSON.stringify({ problems, notPublic: held }, undefined, 2))
  else {
    const isColoured = coloursOn()
    const line = (problem: Problem) =>
      request.format === 'github' ? annotationOf(problem) : lineOf(problem, isColoured)
    print(problems.map(line).join('\n'))
    const hidden = held.map(({ path, why }) => `${path} (${why})`)
    if (hidden.length > 0)
      print(
        `${counted(hidden.length, 'post')} ${hidden.length === 1 ? 'is' : 'are'} not public: ${hidden.join(', ')}`,
      )
    print(`${readOf(newsroom, only)} read: ${summaryOf(problems)}`)
  }
  const worst = request.strict ? ['error', 'warning'] : ['error']
  return problems.some(({ severity }) => worst.includes(severity)) ? 1 : 0
}

/** Whether a file is among those asked for: all, some, or whatever lies in a folder. */
export function isAsked(only: string[], file: string): boolean {
  return only.length === 0 || only.some((one) => file === one || (one.endsWith('/') && file.startsWith(one)))
}

/** How much was looked at. */
function readOf({ root, examined }: Newsroom, only: string[]): string {
  if (only.length === 0) return counted(examined.length, 'post')
  const files = only.map((one) => (one.endsWith('/') ? filesBelow(join(root, one)) : 1))
  return counted(
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
function coloursOn(): boolean {
  if (process.env.NO_COLOR) return false
  return process.stdout.isTTY || Boolean(process.env.FORCE_COLOR)
}
