import { execFile } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** What a server that listens to this desk has as REVALIDATE_SECRET. */
export const secret = 'only-for-this-measurement-0123456789'

export type Desk = {
  read(path: string): string
  /** Files by their paths; those without a text are taken away. */
  commit(files: Record<string, string | undefined>): Promise<void>
  push(): Promise<void>
}

/** Makes a repository of a built folder, with a remote, and a clone of that in which an editor works. */
export async function openDesk(folder: string): Promise<Desk> {
  const run = promisify(execFile)
  // All objects are new and loose here, unlike in a clone: git would pack them in the middle of a measurement.
  const settings = ['user.name=Desk', 'user.email=desk@example.org', 'gc.auto=0', 'receive.autogc=false']
  const git = (where: string, ...rest: string[]) =>
    run('git', [...settings.flatMap((setting) => ['-c', setting]), ...rest], { cwd: where })
  const [remote, desk] = [`${folder}-remote.git`, `${folder}-desk`]
  for (const old of [remote, desk]) rmSync(old, { recursive: true, force: true })
  await git(folder, 'init', '-q', '-b', 'main')
  await git(folder, 'config', 'gc.auto', '0')
  await git(folder, 'add', '-A')
  await git(folder, 'commit', '-q', '-m', 'The site')
  await git(folder, 'clone', '-q', '--bare', folder, remote)
  await git(remote, 'config', 'receive.autogc', 'false')
  await git(folder, 'remote', 'add', 'origin', remote)
  await git(folder, 'fetch', '-q', 'origin')
  await git(folder, 'branch', '-q', '--set-upstream-to=origin/main', 'main')
  await git(folder, 'clone', '-q', remote, desk)
  let last: Promise<void> = Promise.resolve()
  /** One after the other: git takes what another has put down for its own. */
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(work)
    return last
  }
  return {
    read: (path) => readFileSync(join(desk, path), 'utf8'),
    commit: (files) =>
      inTurn(async () => {
        for (const [path, text] of Object.entries(files)) {
          if (text === undefined) rmSync(join(desk, path), { force: true })
          else writeFileSync(join(desk, path), text)
          await git(desk, 'add', '-A', path)
        }
        await git(desk, 'commit', '-q', '-m', 'A story')
      }),
    push: () => inTurn(async () => void (await git(desk, 'push', '-q', 'origin', 'main'))),
  }
}

/** Tells a server of a push as GitHub does. Throws unless it answers that it followed. */
export async function tell(url: string) {
  const body = JSON.stringify({ ref: 'refs/heads/main', at: performance.now() })
  const answer = await fetch(`${url}/api/revalidate`, {
    ...{ method: 'POST', body },
    headers: {
      'Content-Type': 'application/json',
      'X-GitHub-Event': 'push',
      'X-Hub-Signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
  })
  if (!answer.ok) throw new Error(`The webhook answered ${answer.status}: ${await answer.text()}`)
}
