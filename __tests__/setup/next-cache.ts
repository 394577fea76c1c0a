/** Stands in for `next/cache` outside a Next server, where there is no cache to steer. */
export function cacheLife() {}
export function cacheTag() {}
export function revalidateTag() {}
export function revalidatePath() {}
