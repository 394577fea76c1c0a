import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ImportPlan } from './plan'

/** `kept`: another file has that name, and it stays as it is. `refused`: nothing may be written there. */
export type Outcome = 'written' | 'same' | 'kept' | 'refused'
export type Written = { kind: 'post' | 'author' | 'picture'; path: string; outcome: Outcome }

/** What an import may write: stories, authors and pictures, by names that lead nowhere else. */
const allowed = /^(?:posts|authors|public\/assets)\/(?:(?!\.)[^/\\]+\/)*(?!\.)[^/\\]+$/

/** Writes what a plan says, and nothing over a file that is another one. With `dryRun` it only looks. */
export function writePlan(plan: ImportPlan, root: string, dryRun: boolean): Written[] {
  const encoder = new TextEncoder()
  const write = (kind: Written['kind'], path: string, content: () => Uint8Array): Written => ({
    ...{ kind, path },
    outcome: writeFile(root, path, content(), dryRun),
  })
  return [
    ...plan.authors.map(({ path, text }) => write('author', path, () => encoder.encode(text))),
    ...plan.posts.map(({ path, text }) => write('post', path, () => encoder.encode(text))),
    ...plan.pictures.map(({ from, to }) => write('picture', to, () => readFileSync(join(plan.from, from)))),
  ]
}

function writeFile(root: string, path: string, content: Uint8Array, dryRun: boolean): Outcome {
  if (!allowed.test(path) || leadsAway(root, path)) return 'refused'
  const target = join(root, path)
  const there = lstatSync(target, { throwIfNoEntry: false })
  if (there) return there.isFile() && readFileSync(target).equals(content) ? 'same' : 'kept'
  if (!dryRun) {
    mkdirSync(dirname(target), { recursive: true })
    // Never over a file that came into being since.
    writeFileSync(target, content, { flag: 'wx' })
  }
  return 'written'
}

/** Whether a folder on the way is a link, which could lead anywhere. */
function leadsAway(root: string, path: string): boolean {
  const parts = path.split('/').slice(0, -1)
  return parts.some((_, index) => {
    const folder = lstatSync(join(root, ...parts.slice(0, index + 1)), { throwIfNoEntry: false })
    return folder !== undefined && !folder.isDirectory()
  })
}
