import { setTimeout as wait } from 'node:timers/promises'
import { type Published, shows, story } from './edition'
import { type Desk, tell } from './git-remote'
import type { Server } from './site'

/**
 * Kills a server in the middle of a publication, or stops it as a deployment does, starts it again and compares everything that was
 * published since the beginning with what its first answers say. Gives the new server and what was wrong.
 */
export async function restart(
  turn: number,
  {
    old,
    start,
    desk,
    published,
  }: { old: Server; start: () => Promise<Server>; desk: Desk; published: Published },
): Promise<{ server: Server; what: string; took: number; broken?: string }> {
  const isKill = turn % 2 === 0
  const slug = `restart-${turn}`
  await desk.commit({ [`posts/2026-01-02-${slug}.md`]: story(`Restart ${turn}`, 'It came with a restart.') })
  await desk.push()
  // Nobody waits for the answer: it may never come.
  tell(old.url).catch(() => {})
  await wait((turn * 97) % 400)
  if (isKill) process.kill(old.pid, 'SIGKILL')
  await old.stop()
  const started = performance.now()
  const server = await start()
  const took = performance.now() - started
  const wrong: string[] = []
  for (const [address, expected] of published)
    if (!(await shows(`${server.url}/${address}`, expected))) wrong.push(`${address} is not "${expected}"`)
  // What was cut off is caught up with at the next word.
  await tell(server.url)
  if (!(await shows(`${server.url}/${slug}`, 'It came with a restart.'))) wrong.push(`${slug} is not public`)
  published.set(slug, 'It came with a restart.')
  return {
    ...{ server, took, what: isKill ? 'the server is killed while it publishes' : 'the server is restarted' },
    broken: wrong.length > 0 ? wrong.slice(0, 5).join(', ') : undefined,
  }
}
