import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { postAnyState } from '@/lib/archive/one-post'
import { openArchive } from '@/lib/archive/open'
import type { Facts } from '@/lib/check/examine'
import { readPost } from '@/lib/content/post'

/** What keeps the index of this checkout from showing a post as it is in its file; undefined when nothing does. */
export function notInIndex(root: string, { path, slug }: Facts): string | undefined {
  const index = join(root, '.content', 'index.db')
  if (!existsSync(index)) return 'there is no index yet. Run "npm run dev", or "npm run build".'
  try {
    const archive = openArchive(index, { readonly: true })
    try {
      const stored = postAnyState(archive, slug)
      const { value } = readPost({ path, bytes: readFileSync(join(root, path)) })
      if (!stored) return 'the index does not have it yet. Run "npm run sync".'
      if (stored.body === value?.body && stored.title === value.title) return undefined
      return 'the index has an older version of it. Run "npm run sync".'
    } finally {
      archive.close()
    }
  } catch (error) {
    return `the index cannot be read. ${error instanceof Error ? error.message : error}`
  }
}

const run = promisify(execFile)

/** What keeps git from having brought the file anywhere else; undefined where it has, or where there is no git. */
export async function notPushed(root: string, path: string): Promise<string | undefined> {
  const git = async (...args: string[]) =>
    (await run('git', args, { cwd: root }).catch(() => undefined))?.stdout.trim()
  const state = await git('status', '--porcelain', '--', path)
  if (state)
    return state.startsWith('??')
      ? 'the file is not in git yet. Commit and push it.'
      : 'its changes are not committed.'
  const unpushed = await git('log', '--oneline', '@{upstream}..HEAD', '--', path)
  return unpushed ? 'the commit is not pushed.' : undefined
}
