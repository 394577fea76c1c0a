/**
 * `npm run sync`: brings the index, .content/index.db, up to date with posts/, authors/ and public/. Prints what
 * changed and what is wrong. With `--strict` an error in any file makes it fail; with `--fresh` it begins anew. Drafts
 * are stored whole only where PREVIEW_SECRET is set. With LOG_FORMAT=json it prints what it did as events, not for people.
 */
import { join } from 'node:path'
import { formatProblem, hasErrors, type Problem } from '@/lib/content/problem'
import { previewSecret } from '@/lib/preview-token'
import { readGitChanges } from '@/lib/publish/changed-paths'
import { logPublication, logPublicationFailure } from '@/lib/publish/publication-log'
import { clearIfDeployed } from '@/lib/publish/publication-state'
import { openStore } from '@/lib/store/open'
import { syncStore } from '@/lib/store/sync/sync'
import type { SyncReport } from '@/lib/store/sync/sync-report'
import { checkBody } from './check-body'
import { loadEnvironment } from './environment'
import { startParseThreads } from './parse-threads'
import { withoutSuppressed } from './unsuppressed'

loadEnvironment()
const root = process.cwd()
const start = performance.now()
const number = new Intl.NumberFormat('en')
const archive = openStore(join(root, '.content', 'index.db'))

try {
  if (process.argv.includes('--fresh')) archive.startNewFile()
  const threads = () => startParseThreads(root)
  const keepDrafts = previewSecret() !== undefined
  // Looks at the whole disk, whatever git says, and leaves a running server to go on from here.
  const tree = await readGitChanges(root)
  const report = await syncStore(archive, {
    ...{ root, now: new Date(), keepDrafts, checkBody, threads, gitChanges: tree, onProgress: progress },
  })
  await clearIfDeployed(root)
  clearProgress()
  if (process.env.LOG_FORMAT === 'json')
    logPublication('sync', report, { since: start, commit: tree?.commit })
  else await print(report)
  if (process.argv.includes('--strict') && hasErrors(report.problems)) process.exitCode = 1
} catch (error) {
  clearProgress()
  if (process.env.LOG_FORMAT === 'json') logPublicationFailure('sync', error)
  else console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  archive.close()
}

async function print(report: SyncReport) {
  printProblems(await withoutSuppressed(root, report.problems))
  const count = (what: 'added' | 'updated' | 'removed' | 'unchanged') =>
    `${number.format(report[what])} ${what}`
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(
    `${count('added')}, ${count('updated')}, ${count('removed')}, ${count('unchanged')} (${seconds} s)`,
  )
}

function progress({ done, total }: { done: number; total: number }) {
  if (process.stderr.isTTY) process.stderr.write(`\r${number.format(done)} of ${number.format(total)} files`)
}

function clearProgress() {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}

/** Notes would bury the rest. `npm run check` shows them. */
function printProblems(problems: Problem[]) {
  const shown = problems.filter(({ severity }) => severity !== 'note')
  for (const problem of shown) console.log(formatProblem(problem))
  const notes = problems.length - shown.length
  if (notes > 0) console.log(`${number.format(notes)} ${notes === 1 ? 'note' : 'notes'}: npm run check`)
}
