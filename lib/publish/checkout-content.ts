import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { site } from '@/site.config'
import { classifyChanges } from './classify-changes'
import { diffCommits } from './diff-commits'
import { fetchBranch } from './fetch-branch'
import { type CheckoutState, publishedRef, readCheckoutState } from './git-refs'
import { findLocalEdits } from './local-edits'
import { withPublicationLock } from './publication-lock'
import { saveUnpublishedChanges, type UnpublishedChanges } from './publication-state'
import { recordPublishedCommit, updateGitIndex } from './record-published'
import { GitError, gitLine } from './run-git'
import { checkSigned, type Signing } from './signed-commit'
import { writeFiles } from './write-files'

/** Written before the first file is touched and removed after the last: what a killed process had begun. */
type Journal = CheckoutState & { to: string }
const journalFile = (root: string) => join(root, '.content', 'publishing.json')

/**
 * Brings the newsroom's files in a checkout to where the branch is at its remote, and no other file. Forwards only: what
 * somebody changed here by hand is never merged and never thrown away, but said. Where nothing but the newsroom's files
 * changed, the checkout stands at the new commit afterwards; otherwise it stays where it was deployed.
 * Throws a GitError, and has then changed nothing.
 */
export function checkoutContent(root: string, settings: Signing = site): Promise<UnpublishedChanges> {
  return withPublicationLock(root, async () => {
    if ((await gitLine(root, 'rev-parse', '--show-prefix')) !== '')
      throw new GitError(`publish: ${root} is not the top of its repository. Clone the site by itself.`)
    const begun = readJournal(root)
    if (begun) await resume(root, begun, settings)
    const to = await fetchBranch(root)
    const now = await readCheckoutState(root)
    const undone = await publishCommit(root, { ...now, to }, settings)
    saveUnpublishedChanges(root, undone)
    return undone
  })
}

/** Ends what was interrupted. Where somebody has moved the checkout since, theirs holds. */
async function resume(root: string, begun: Journal, settings: Signing): Promise<void> {
  await removeStaleLocks(root)
  const head = await gitLine(root, 'rev-parse', 'HEAD')
  if (head === begun.head || head === begun.to) await publishCommit(root, begun, settings, true)
  rmSync(journalFile(root), { force: true })
}

async function publishCommit(
  root: string,
  { to, ...now }: Journal,
  settings: Signing,
  resumed = false,
): Promise<UnpublishedChanges> {
  const { head, published, content } = now
  if (to === published) return nothingNew(root, head, published)
  for (const commit of new Set([published, head]))
    if (!(await isAncestor(root, commit, to))) throw notFastForward(commit, to)
  await checkSigned(root, to, settings)
  const changes = await diffCommits(root, content, to)
  const sorted = await classifyChanges(root, to, changes)
  const since = head === content ? sorted : await classifyChanges(root, to, await diffCommits(root, head, to))
  const edited = await findLocalEdits(root, sorted.content, resumed)
  if (edited.length > 0) throw localEditsError(edited)
  writeJournal(root, { ...now, to })
  await writeFiles(root, sorted.content).catch((error) => {
    // A full disk, or a folder that may not be written to: begun, and ended by a later round.
    throw new GitError(`publish: ${error instanceof Error ? error.message : error}`, { cause: error })
  })
  await updateGitIndex(root, sorted.content)
  await recordPublishedCommit(root, now, to, sorted.content, since)
  rmSync(journalFile(root), { force: true })
  return { commit: to, needsDeployment: since.engine, refused: since.refused }
}

/** Nothing is new, but what was left undone may still be. */
async function nothingNew(root: string, head: string, published: string): Promise<UnpublishedChanges> {
  if (head === published) return { commit: published, needsDeployment: [], refused: [] }
  const { engine, refused } = await classifyChanges(root, published, await diffCommits(root, head, published))
  return { commit: published, needsDeployment: engine, refused }
}

async function isAncestor(root: string, older: string, newer: string): Promise<boolean> {
  if (older === newer) return true
  return (await gitLine(root, 'rev-list', '--max-count=1', older, `^${newer}`)) === ''
}

const notFastForward = (commit: string, to: string) =>
  new GitError(
    `publish: not a fast-forward: ${to.slice(0, 10)} at the remote does not come after ${commit.slice(0, 10)} here. ` +
      'A commit was made on this machine, or the branch was rewritten. Deploy to publish again.',
  )

const localEditsError = (paths: string[]) =>
  new GitError(
    `publish: changed on this machine and in the push: ${paths.slice(0, 10).join(', ')}. ` +
      'Commit these files elsewhere, or undo the change with git checkout. Nothing was published.',
  )

function readJournal(root: string): Journal | undefined {
  try {
    return JSON.parse(readFileSync(journalFile(root), 'utf8'))
  } catch {
    return undefined
  }
}

function writeJournal(root: string, journal: Journal): void {
  writeFileSync(`${journalFile(root)}.new`, JSON.stringify(journal), { flush: true })
  renameSync(`${journalFile(root)}.new`, journalFile(root))
}

/** Locks that a killed git left, since the publication began and half a minute ago at least: no git of ours runs so long. */
async function removeStaleLocks(root: string): Promise<void> {
  const begun = statSync(journalFile(root)).mtimeMs
  const branch = await gitLine(root, 'rev-parse', '--symbolic-full-name', 'HEAD')
  for (const name of ['index', 'HEAD', branch, publishedRef]) {
    const lock = resolve(root, await gitLine(root, 'rev-parse', '--git-path', `${name}.lock`))
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
    if (made !== undefined && made >= begun && Date.now() - made > 30_000) {
      console.error(`publish: removed ${lock}, which a publication that was ended had left`)
      rmSync(lock, { force: true })
    }
  }
}
