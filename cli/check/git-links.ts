import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Problem } from '@/lib/content/problem'

const run = promisify(execFile)

/**
 * Links and submodules that git holds in posts/, authors/ or public/. A link shows readers a file of the machine, a
 * submodule brings in what nobody here has read; on the disk a submodule that was not fetched is only an empty folder.
 */
export async function submodules(root: string): Promise<Problem[]> {
  const listed = await run('git', ['ls-files', '-s', '-z', '--', 'posts', 'authors', 'public'], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
  }).catch(() => undefined) // Not in a repository, or no git: then there are none.
  const entries = listed?.stdout.split('\0') ?? []
  return entries.flatMap((entry): Problem[] => {
    const [, mode, file = ''] = /^(\d{6}) \S+ \d\t(.*)$/s.exec(entry) ?? []
    const isLinkKnown = mode === '120000' && !file.startsWith('public/')
    if (isLinkKnown || (mode !== '120000' && mode !== '160000')) return []
    const message =
      mode === '160000'
        ? 'This is a submodule: what is in it is decided elsewhere. Put the files themselves here.'
        : 'This is a link. Put the file itself here.'
    return [{ file, severity: 'error', rule: 'file', message }]
  })
}
