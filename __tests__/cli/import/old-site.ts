import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readExistingFiles } from '@/cli/import/existing-files'
import { importJekyll } from '@/cli/import/jekyll/import'
import type { ImportPlan } from '@/cli/import/plan'
import { summary } from '@/cli/import/summary'
import { writePlan } from '@/cli/import/write'
import { formatProblem } from '@/lib/content/problem'

const folders: string[] = []

/** A folder with these files in it, until the tests end. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), 'import-'))
  folders.push(root)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** Every file below a folder, by its path. */
export function filesIn(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  )
}

export function tidyUp() {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** Runs an import into a folder and gives what it wrote and said. */
export async function bring(
  make: (root: string) => Promise<ImportPlan>,
  into = folderWith({}),
  dryRun = false,
) {
  const plan = await make(into)
  const written = writePlan(plan, into, dryRun)
  return {
    ...{ into, plan, written, files: filesIn(into) },
    said: plan.problems.map(formatProblem),
    report: summary(plan, written, dryRun),
  }
}

/** Imports a Jekyll site of these files. */
export const bringJekyll = (files: Record<string, string | Uint8Array>, into?: string, dryRun?: boolean) => {
  const old = folderWith(files)
  return bring(
    async (root) => importJekyll(old, await readExistingFiles(root), () => undefined),
    into,
    dryRun,
  )
}

/** A post of Jekyll's, for a test that is about something else. */
export const jekyllPost = (body: string, head = '') =>
  `---\ntitle: A post\ndescription: What it is about.\nauthor: ann\n${head}---\n\n${body}\n`

/** The body that a post of Jekyll's has after the import of a site with nothing else in it. */
export async function converted(body: string, files: Record<string, string> = {}) {
  const { files: written, said } = await bringJekyll({
    '_config.yml': 'url: https://old.example\n',
    '_data/authors.yml': 'ann: { name: Ann Author }\n',
    '_posts/2020-01-02-a-post.md': jekyllPost(body),
    ...files,
  })
  const text = written['posts/2020-01-02-a-post.md'] ?? ''
  return {
    head: text.split('\n---\n\n')[0] ?? '',
    body: text.split('\n---\n\n').slice(1).join('\n---\n\n').trimEnd(),
    said,
  }
}
