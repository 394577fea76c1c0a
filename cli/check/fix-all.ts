import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitFrontMatter } from '@/lib/content/front-matter'
import { applyFixes } from '@/lib/lint/apply-fixes'
import { encodingFixes } from '@/lib/lint/encoding-fix'
import type { Edit, WordTools } from '@/lib/lint/rule'
import { lintAt } from './lint-at'

/** How many changes `--fix` made in each file, by path. */
export type FixCounts = Map<string, number>

/** Mends files of posts/ and authors/ in place. A change may make room for another, so each is looked at again. */
export async function fixAll(root: string, paths: string[], tools: WordTools): Promise<FixCounts> {
  const mended: FixCounts = new Map()
  for (const path of paths) {
    for (let round = 0; round < 5; round++) {
      const edits = path.startsWith('authors/')
        ? encodingFixesIn(root, path)
        : (await lintAt(root, path, tools)).edits
      const made = applyFixes({ path, bytes: readFileSync(join(root, path)) }, edits)
      if (!made) break
      writeFileSync(join(root, path), made.bytes)
      mended.set(path, (mended.get(path) ?? 0) + made.count)
    }
  }
  return mended
}

function encodingFixesIn(root: string, path: string): Edit[] {
  const { value } = splitFrontMatter({ path, bytes: readFileSync(join(root, path)) })
  return value ? encodingFixes(value.text, value.text.length - value.body.length) : []
}
