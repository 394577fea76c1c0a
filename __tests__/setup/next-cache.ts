/** Stands in for `next/cache` outside a Next server, where there is no cache to steer. */

type Lifetime = { stale?: number; revalidate?: number; expire?: number }

/** What the last question set for its answer, for tests of lifetimes. */
export const asked: { life?: Lifetime | string; tags: string[] } = { tags: [] }

export function cacheLife(life: Lifetime | string) {
  asked.life = life
}
export function cacheTag(...tags: string[]) {
  asked.tags.push(...tags)
}
