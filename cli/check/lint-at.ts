import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '@/lib/content/problem'
import { type LintResult, lintFile } from '@/lib/lint/lint-file'
import type { WordTools } from '@/lib/lint/rule'

/** Reads and checks a file of posts/. One that cannot be read any more is a problem like another. */
export async function lintAt(root: string, path: string, tools: WordTools): Promise<LintResult> {
  const bytes = bytesOf(root, path)
  if (typeof bytes !== 'string') return lintFile({ path, bytes }, tools)
  const problem: Problem = { file: path, severity: 'error', rule: 'file', message: bytes }
  return { path, problems: [problem], suppressions: [], edits: [] }
}

function bytesOf(root: string, path: string): Uint8Array | string {
  try {
    return readFileSync(join(root, path))
  } catch (error) {
    return `The file cannot be read (${error instanceof Error ? error.message : error}).`
  }
}
