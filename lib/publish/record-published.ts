import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { ClassifiedChanges } from './classify-changes'
import { type CheckoutState, contentRef, deployedRef, publishedRef } from './git-refs'
import { git } from './run-git'

/** Tells git's index what the files are now, so that `git pull` at the next deployment finds them as they should be. */
export async function updateGitIndex(root: string, content: ClassifiedChanges['content']): Promise<void> {
  if (content.length === 0) return
  await git(root, ['update-index', '-z', '--index-info'], { input: indexInfo(content) })
  // And when they were written: otherwise each look at the folder would read them again.
  const input = content.flatMap(({ path, after }) => (after ? [`${path}\0`] : [])).join('')
  if (input) await git(root, ['update-index', '-z', '--stdin'], { input })
}

/**
 * Moves the checkout to the commit, where all of it could be published. Otherwise it stays at what was deployed, and refs
 * say what is published.
 */
export async function recordPublishedCommit(
  root: string,
  { head, content }: CheckoutState,
  to: string,
  written: ClassifiedChanges['content'],
  { engine, refused }: ClassifiedChanges,
): Promise<void> {
  const stays = engine.length + refused.length > 0
  const steps = stays
    ? [
        `update ${publishedRef} ${to}`,
        `update ${deployedRef} ${head}`,
        `update ${contentRef} ${await treeWith(root, content, written)}`,
      ]
    : [`update HEAD ${to}`, ...[publishedRef, deployedRef, contentRef].map((ref) => `delete ${ref}`)]
  // All or none of them.
  const input = `${steps.join('\n')}\n`
  await git(root, ['update-ref', '-m', 'publish: newsroom files only', '--stdin'], { input })
}

/** The tree of a commit or tree after these changes. */
async function treeWith(root: string, base: string, content: ClassifiedChanges['content']): Promise<string> {
  const index = join(root, '.content', 'incoming.index')
  try {
    await git(root, ['read-tree', base], { index })
    await git(root, ['update-index', '-z', '--index-info'], { index, input: indexInfo(content) })
    return (await git(root, ['write-tree'], { index })).trim()
  } finally {
    for (const name of [index, `${index}.lock`]) rmSync(name, { force: true })
  }
}

function indexInfo(content: ClassifiedChanges['content']): string {
  const gone = content.flatMap(({ path, before, after }) =>
    after ? [] : [`0 ${before?.oid.replace(/./g, '0')}\t${path}\0`],
  )
  const here = content.flatMap(({ path, after }) => (after ? [`100644 ${after.oid}\t${path}\0`] : []))
  return [...gone, ...here].join('')
}
