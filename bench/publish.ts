/**
 * S2: from `git push` to a reader's eyes on a running server that GitHub's webhook tells, for new stories and for edits of
 * old ones. What a generator of static files does then is its whole build (S1).
 */
import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makePost } from './corpus'
import { type Figure, median } from './figure'
import { port, serve } from './site'

const secret = 'only-for-this-measurement-0123456789'
const rounds = 5

/** In a folder that is built; makes a repository of it. */
export async function publishTimes(folder: string, posts: number): Promise<Figure[]> {
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

  const server = await serve(folder, port + 1, { REVALIDATE_SECRET: secret })
  const publish = async (path: string, text: string, address: string, words: string) => {
    writeFileSync(join(desk, path), text)
    git(desk, 'add', path)
    git(desk, 'commit', '-q', '-m', 'A story')
    const started = performance.now()
    git(desk, 'push', '-q', 'origin', 'main')
    const pushed = performance.now()
    await hook(server.url)
    const answered = performance.now()
    while (!(await (await fetch(server.url + address)).text()).includes(words)) {
      if (performance.now() - started > 120_000) throw new Error(`${address} never became public.`)
      await wait(5)
    }
    return { all: performance.now() - started, push: pushed - started, hook: answered - pushed }
  }
  try {
    const added: Awaited<ReturnType<typeof publish>>[] = []
    const edited: typeof added = []
    // The first push finds a server that has done nothing yet: not counted.
    for (let round = 0; round <= rounds; round++) {
      const path = `posts/2026-01-02-pushed-${round}.md`
      const words = `Pushed in round ${round}`
      const head = `title: ${words}\ndescription: A story pushed to a running server.\nauthor: writer-1\ncategories: [News]`
      added.push(await publish(path, `---\n${head}\n---\n\nIt came by git.\n`, `/pushed-${round}`, words))
      const old = makePost(Math.floor((posts * (round + 1)) / (rounds + 3)), posts, 1).path
      const slug = old.replace(/.*\/\d{4}-\d\d-\d\d-/, '').replace(/\.mdx?$/, '')
      await fetch(`${server.url}/${slug}`)
      const words2 = `Edited in round ${round}`
      const text = `${readFileSync(join(desk, old), 'utf8')}\n${words2}.\n`
      edited.push(await publish(old, text, `/${slug}`, words2))
    }
    const of = (what: string, times: typeof added, part: 'all' | 'push' | 'hook'): Figure => ({
      ...{ goal: 'S2', what, posts, unit: 'ms' },
      value: median(times.slice(1).map((time) => time[part])),
      asked: part === 'all' ? { of: 'value', most: 1000 } : undefined,
    })
    return [
      of('new story, push to public', added, 'all'),
      of('edited story, push to public', edited, 'all'),
      of('… of which git push itself', edited, 'push'),
      of('… of which pull and sync', edited, 'hook'),
    ]
  } finally {
    await server.stop()
  }
}

async function hook(url: string) {
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

/** That the time does not grow: how the largest archive compares with the smallest. */
export function growth(figures: Figure[]): Figure[] {
  const found = figures.filter(({ goal, what }) => goal === 'S2' && what.startsWith('edited'))
  const [small, large] = [found[0], found.at(-1)]
  if (!small || !large || small === large) return []
  return [
    {
      ...{ goal: 'S2', what: 'the same, against the smaller archive', posts: large.posts, unit: 'ms' },
      ...{
        value: large.value,
        beside: { name: `${small.posts?.toLocaleString('en')} stories`, value: small.value },
      },
      asked: { of: 'ratio', most: 1.2 },
    },
  ]
}
