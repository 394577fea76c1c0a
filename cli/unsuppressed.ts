import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parsePostWithSource } from '@/lib/content/post'
import type { Problem } from '@/lib/content/problem'
import { isSuppressed, parseSuppressions } from '@/lib/lint/suppressions'

/** Without what authors said they know of. The index keeps that: only who prints a problem need ask. Errors are never silenced. */
export async function withoutSuppressed(root: string, problems: Problem[]): Promise<Problem[]> {
  const files = new Set(problems.flatMap(({ file, severity }) => (severity === 'error' ? [] : file)))
  const silenced = new Map(
    await Promise.all([...files].map(async (file) => [file, await silencesOf(root, file)] as const)),
  )
  return problems.filter(
    (problem) => problem.severity === 'error' || !isSuppressed(silenced.get(problem.file) ?? [], problem),
  )
}

async function silencesOf(root: string, path: string) {
  if (!path.startsWith('posts/')) return []
  const bytes = await readFile(join(root, path)).catch(() => undefined)
  // Reading a head is slow, and hardly any file has such a line.
  if (!bytes?.includes('ignore')) return []
  const { source } = parsePostWithSource({ path, bytes })
  return source ? parseSuppressions(source) : []
}
