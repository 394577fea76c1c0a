import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { splitFrontMatter } from '@/lib/content/front-matter'
import { mend } from '@/lib/lint/apply-fixes'
import { repairsOf } from '@/lib/lint/encoding-fix'
import type { Edit, Tools } from '@/lib/lint/rule'
import { examineAt } from './lint-at'

/** How many changes `--fix` made in each file, by path. */
export type Mended = Map<string, number>

/** Mends files of posts/ and authors/ in place. A change may make room for another, so each is looked at again. */
export async function mendAll(root: string, paths: string[], tools: Tools): Promise<Mended> {
  const mended: Mended = new Map()
  for (const path of paths) {
    for (let round = 0; round < 5; round++) {
      const edits = path.startsWith('authors/')
        ? repairsIn(root, path)
        : (await examineAt(root, path, tools)).edits
      const made = mend({ path, bytes: readFileSync(join(root, path)) }, edits)
      if (!made) break
      writeFileSync(join(root, path), made.bytes)
      mended.set(path, (mended.get(path) ?? 0) + made.count)
    }
  }
  return mended
}

function repairsIn(root: string, path: string): Edit[] {
  const { value } = splitFrontMatter({ path, bytes: readFileSync(join(root, path)) })
  return value ? repairsOf(value.text, value.text.length - value.body.length) : []
}
