import { execFileSync } from 'node:child_process'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePost } from './corpus'
import { shows, slugOf } from './edition'
import { type Desk, tell } from './git-remote'

type Outcome = { what: string; broken?: string }

/** What goes wrong on a server in the course of a day, one after the other, and what readers must go on seeing. */
export function mishaps(folder: string, desk: Desk, url: string, posts: number) {
  const known = makePost(Math.floor(posts / 2), posts, 1).path
  const address = `${url}/${slugOf(known)}`
  const title = /^title: (.*)$/m.exec(desk.read(known))?.[1] ?? ''
  const there = async () => ((await shows(address, title)) ? undefined : `${address} was not shown`)

  const all: [string, () => Promise<string | undefined>][] = [
    ['an invalid edit is pushed', () => pushed(known, (text) => text.replace(/^title: .*$/m, 'title: "'))],
    ['a file is half-written', halfWritten],
    ['the folder of the posts is away', postsAway],
    ['1,000 wrong addresses', wrongAddresses],
    ['50 deliveries nobody signed', unsigned],
    ['an unclosed tag is pushed', () => pushed(known, (text) => `${text}\n<script>alert(1)</script>\n<b>\n`)],
  ]

  return async (turn: number, turns: number): Promise<Outcome> => {
    // Half-way, once: everything is read anew.
    const isHalf = turn === Math.floor(turns / 2)
    const [what, happen] = isHalf ? (['the index is deleted', indexGone] as const) : pick(turn)
    return { what, broken: await happen().catch((error: Error) => error.message) }
  }

  function pick(turn: number) {
    return all[turn % all.length] ?? (['nothing', there] as const)
  }

  /** Mended by a push of what was there before. */
  async function pushed(path: string, spoil: (text: string) => string) {
    const good = desk.read(path)
    const send = async (text: string) => {
      await desk.commit({ [path]: text })
      await desk.push()
      await tell(url)
    }
    await send(spoil(good))
    const broken = await there()
    await send(good)
    return broken ?? (await there())
  }

  async function halfWritten() {
    const path = join(folder, 'posts/2026-01-03-half.md')
    writeFileSync(path, '---\ntitle: "Half of a hea')
    await tell(url)
    const broken =
      (await there()) ?? ((await shows(`${url}/half`, 404)) ? undefined : 'half a story was shown')
    rmSync(path)
    await tell(url)
    return broken
  }

  async function postsAway() {
    const [here, away] = [join(folder, 'posts'), join(folder, 'posts.away')]
    renameSync(here, away)
    const broken = await tell(url).then(there, there)
    // What was pushed meanwhile made a new folder.
    rmSync(here, { recursive: true, force: true })
    renameSync(away, here)
    // Otherwise it would be gone with that, and the server shows what is on the disk.
    execFileSync('git', ['checkout', '-q', '--', 'posts'], { cwd: folder })
    await tell(url)
    return broken ?? (await there())
  }

  async function wrongAddresses() {
    for (let n = 0; n < 1000; n++) {
      const { status } = await fetch(`${url}/wrong-${Date.now()}-${n}`)
      if (status !== 404) return `a wrong address was answered with ${status}`
    }
    return there()
  }

  async function unsigned() {
    for (let n = 0; n < 50; n++) {
      const answer = await fetch(`${url}/api/revalidate`, { method: 'POST', body: `{"n":${n}}` })
      if (answer.status !== 401) return `an unsigned delivery was answered with ${answer.status}`
    }
    return there()
  }

  async function indexGone() {
    rmSync(join(folder, '.content/index.db'))
    const broken = await there()
    await tell(url)
    return broken ?? (await there())
  }
}
