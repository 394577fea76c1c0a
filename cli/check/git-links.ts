import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Problem } from '@/lib/content/problem'

const run = promisify(execFile)

/**
 * Submodules that git holds in posts/, authors/ or public/: they bring in what nobody here has read, and one that was not fetched is only
 * an empty folder on the disk. And links in public/, or public itself, for a checkout that has none, as on Windows.
 */
export async function findGitLinks(root: string): Promise<Problem[]> {
  const listed = await run('git', ['ls-files', '-s', '-z', '--', 'posts', 'authors', 'public'], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
  }).catch(() => undefined) // Not in a repository, or no git: then there are none.
  const entries = listed?.stdout.split('\0') ?? []
  return entries.flatMap((entry): Problem[] => {
    const [, mode, file = ''] = /^(\d{6}) \S+ \d\t(.*)$/s.exec(entry) ?? []
    if (mode === '160000') {
      const message =
        'This is a submodule: what is in it is decided elsewhere. Put the files themselves here.'
      return [{ file, severity: 'error', rule: 'file', message }]
    }
    if (mode !== '120000' || !/^public(\/|$)/.test(file)) return []
    return [
      {
        file,
        severity: 'error',
        rule: 'file',
        message: 'This is a link in git. Put the file itself here.',
      },
    ]
  })
}
