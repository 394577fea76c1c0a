import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a server that listens to this desk has as REVALIDATE_SECRET. */
export const secret = 'only-for-this-measurement-0123456789'

export type Desk = {
  read(path: string): string
  /** Files by their paths; those without a text are taken away. */
  commit(files: Record<string, string | undefined>): void
  push(): void
}

/** Makes a repository of a built folder, with a remote, and a clone of that in which an editor works. */
export function openDesk(folder: string): Desk {
  const git = (where: string, ...rest: string[]) =>
    execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...rest], {
      cwd: where,
    })
  const [remote, desk] = [`${folder}-remote.git`, `${folder}-desk`]
  for (const old of [remote, desk]) rmSync(old, { recursive: true, force: true })
  git(folder, 'init', '-q', '-b', 'main')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-q', '-m', 'The site')
  git(folder, 'clone', '-q', '--bare', folder, remote)
  git(folder, 'remote', 'add', 'origin', remote)
  git(folder, 'fetch', '-q', 'origin')
  git(folder, 'branch', '-q', '--set-upstream-to=origin/main', 'main')
  git(folder, 'clone', '-q', remote, desk)
  return {
    read: (path) => readFileSync(join(desk, path), 'utf8'),
    commit: (files) => {
      for (const [path, text] of Object.entries(files)) {
        if (text === undefined) rmSync(join(desk, path), { force: true })
        else writeFileSync(join(desk, path), text)
        git(desk, 'add', '-A', path)
      }
      git(desk, 'commit', '-q', '-m', 'A story')
    },
    push: () => void git(desk, 'push', '-q', 'origin', 'main'),
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
