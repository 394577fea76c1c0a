/** `npm run check:posts`: reads every post from scratch and says what is wrong and what is not public, and why. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openArchive } from '@/lib/archive/open'
import { heldBack } from '@/lib/archive/state'
import { syncArchive } from '@/lib/archive/sync'
import { byPlace, formatProblem, hasErrors } from '@/lib/content/problem'
import { formatDateTime } from '@/lib/dates'
import { checkBody } from '@/lib/mdx/check'
import { site } from '@/site.config'

const folder = mkdtempSync(join(tmpdir(), 'copydesk-check-'))
const archive = openArchive(join(folder, 'index.db'))
try {
  const report = await syncArchive(archive, { root: process.cwd(), now: new Date(), checkBody })
  for (const problem of report.problems.sort(byPlace)) console.log(formatProblem(problem))
  const held = heldBack(archive, Date.now()).map(({ path, reason, at }) =>
    reason === 'scheduled' && at
      ? `${path} (scheduled for ${formatDateTime(at)} ${site.timeZone})`
      : `${path} (${reason === 'invalid' ? 'has errors' : 'draft'})`,
  )
  if (held.length > 0) console.log(`${held.length} not public: ${held.join(', ')}`)
  console.log(`${report.added} posts and authors read, ${report.problems.length} remarks`)
  if (hasErrors(report.problems)) process.exitCode = 1
} finally {
  archive.close()
  rmSync(folder, { recursive: true, force: true })
}
