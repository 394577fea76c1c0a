import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { isPostFileName, parseFileName } from '@/lib/content/file-name'
import type { LintedPost } from '@/lib/lint/lint-file'
import { openStore } from '@/lib/store/open'
import { postInAnyState } from '@/lib/store/queries/posts'

/** What keeps the index of this checkout from showing a post as it is in its file; undefined when nothing does. */
export function reasonNotInIndex(root: string, { path, slug }: LintedPost): string | undefined {
  const index = join(root, '.content', 'index.db')
  if (!existsSync(index)) return 'there is no index yet. Run "npm run dev", or "npm run build".'
  try {
    const archive = openStore(index, { readonly: true })
    try {
      if (!postInAnyState(archive, slug)) return 'the index does not have it yet. Run "npm run sync".'
      const sql = 'SELECT hash FROM files WHERE path = ? AND good = 1'
      const seen = archive.connection().one<{ hash: string }>(sql, path)?.hash
      const now = createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('base64')
      return seen === now ? undefined : 'the index has an older version of it. Run "npm run sync".'
    } finally {
      archive.close()
    }
  } catch (error) {
    return `the index cannot be read. ${error instanceof Error ? error.message : error}`
  }
}

const run = promisify(execFile)

/** A file of that path or slug that lies where no post is read, and what to do about it. */
export async function findOutsidePosts(
  root: string,
  wanted: string,
  slug: string,
): Promise<string | undefined> {
  const endings = ['*.md', '*.mdx', '*.markdown']
  const listed = await run('git', ['ls-files', '-co', '--exclude-standard', '-z', '--', ...endings], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  }).catch(() => undefined) // Not in a repository, or no git: then only a path can be asked for.
  const files = [wanted, ...(listed?.stdout.split('\0') ?? [])]
  const isMeant = (file: string) =>
    file === wanted || parseFileName(basename(file).replace(/^\./, '')).slug === slug
  const file = files.find((one) => isPostFileName(one) && isMeant(one) && existsSync(join(root, one)))
  if (file === undefined) return undefined
  const name = basename(file)
  if (name.startsWith('.')) return `${file} is not read, because its name begins with a dot. Rename it.`
  return `${file} is not in posts/. If it is a post, move it to posts/${name}.`
}

/** What keeps git from having brought the file anywhere else; undefined where it has, or where there is no git. */
export async function reasonNotPushed(root: string, path: string): Promise<string | undefined> {
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
