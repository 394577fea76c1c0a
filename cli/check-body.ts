import type { SyncOptions } from '@/lib/archive/sync'

/** Loading all that knows MDX takes longer than a sync that finds nothing to do: with the first body, and once. */
let check: Promise<typeof import('@/lib/mdx/check')> | undefined
export const checkBody: SyncOptions['checkBody'] = async (post, facts) => {
  check ??= import('@/lib/mdx/check')
  return (await check).checkBody(post, facts)
}
