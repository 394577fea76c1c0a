/** S1: from a clean checkout to serving, next to others on the same stories. */
import type { Figure } from './figure'
import { peers } from './peers'
import { build, type Server, serve } from './site'

export async function buildTimes(
  folder: string,
  posts: number,
): Promise<{ figures: Figure[]; server: Server }> {
  const built = await build(folder)
  const started = performance.now()
  const server = await serve(folder)
  const served = (performance.now() - started) / 1000
  const figures: Figure[] = []
  for (const peer of peers(posts)) {
    const took = await peer.build()
    if (took === undefined) continue
    const most = peer.name !== 'Hugo' ? undefined : posts >= 100_000 ? 0.5 : posts >= 10_000 ? 2.5 : undefined
    figures.push({
      ...{ goal: 'S1', what: 'clean checkout to serving', posts, value: built.clock + served, unit: 's' },
      beside: { name: peer.name, value: took.clock, isEnded: took.isEnded },
      asked: most === undefined ? undefined : { of: 'ratio', most },
    })
    if (took.isEnded || built.isEnded) continue
    figures.push({
      ...{ goal: 'S1', what: '… work of the cores', posts, value: built.work, unit: 's' },
      beside: { name: peer.name, value: took.work },
    })
  }
  return { figures, server }
}
