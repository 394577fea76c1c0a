/**
 * S2: from `git push` to a reader's eyes on a running server that GitHub's webhook tells, for new stories and for edits of
 * old ones. What a generator of static files does then is its whole build (S1).
 */
import { setTimeout as wait } from 'node:timers/promises'
import { makePost } from './corpus'
import { type Figure, median } from './figure'
import { openDesk, secret, tell } from './git-remote'
import { port, serve } from './site'

const rounds = 5

/** In a folder that is built; makes a repository of it. */
export async function publishTimes(folder: string, posts: number): Promise<Figure[]> {
  const desk = await openDesk(folder)
  const server = await serve(folder, port + 1, { REVALIDATE_SECRET: secret })
  const publish = async (path: string, text: string, address: string, words: string) => {
    await desk.commit({ [path]: text })
    const started = performance.now()
    await desk.push()
    const pushed = performance.now()
    await tell(server.url)
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
      const text = `${desk.read(old)}\n${words2}.\n`
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
