import type { SyncOptions } from '@/lib/store/sync/sync'

/** Loading all that knows MDX takes longer than a sync that finds nothing to do: with the first body, and once. */
let check: Promise<typeof import('@/lib/render/check')> | undefined
export const checkBody: SyncOptions['checkBody'] = async (post, facts) => {
  check ??= import('@/lib/render/check')
  return (await check).checkBody(post, facts)
}
