import { setTimeout as wait } from 'node:timers/promises'
import { makePost } from './corpus'
import { type Desk, tell } from './git-remote'

/** A small story of the corpus' first author. */
export const story = (title: string, text: string) =>
  `---\ntitle: ${title}\ndescription: A story pushed to a running server.\nauthor: writer-1\ncategories: [News]\n---\n\n${text}\n`

/** What was pushed so far: by slug, words that are on its page, or that there is none. */
export type Published = Map<string, string | 404>

/** The slug of a made-up story. */
export const slugOf = (path: string) => path.replace(/.*\/\d{4}-\d\d-\d\d-|\.mdx?$/g, '')

/**
 * What an editor pushes in each turn: a new story, an edit of an old one, the removal of the new one. Gives the milliseconds from
 * the push until a reader sees it.
 */
export function edition(desk: Desk, url: string, posts: number, published: Published = new Map()) {
  return async (turn: number): Promise<number> => {
    const round = Math.floor(turn / 3)
    const path = `posts/2026-01-02-soak-${round}.md`
    if (turn % 3 === 0)
      return publish({ [path]: story(`Soak ${round}`, 'It is new.') }, slugOf(path), 'It is new.')
    if (turn % 3 === 2) return publish({ [path]: undefined }, slugOf(path), 404)
    const old = makePost((round * 811) % posts, posts, 1).path
    const words = `Edited in round ${round}`
    return publish({ [old]: `${desk.read(old)}\n${words}.\n` }, slugOf(old), words)
  }

  async function publish(
    files: Record<string, string | undefined>,
    slug: string,
    expected: string | 404,
  ): Promise<number> {
    await desk.commit(files)
    const started = performance.now()
    await desk.push()
    await tell(url)
    while (!(await shows(`${url}/${slug}`, expected))) {
      if (performance.now() - started > 300_000) throw new Error(`${slug} is not public after five minutes.`)
      await wait(20)
    }
    published.set(slug, expected)
    return performance.now() - started
  }
}

/** Whether a reader finds these words there, or nothing. */
export async function shows(address: string, expected: string | 404): Promise<boolean> {
  const answer = await fetch(address)
  const text = await answer.text()
  return expected === 404 ? answer.status === 404 : answer.ok && text.includes(expected)
}
