const { createDefaultCacheHandler } = require('next/dist/server/lib/cache-handlers/default')
const { isCurrent } = require('./index-check.cjs')

/** What next.config.js gives as cacheMaxMemorySize, which Next passes to its own handler only. */
const mostBytes = 16 * 2 ** 20
const cache = createDefaultCacheHandler(mostBytes)

// Next counts the bytes of a key and its value alone: 130 for "there is no such post", which takes 1,200. The one thing of an
// entry's counted size that can be given from here is the length of its key.
const overhead = '-'.repeat(1_100)
const counted = (key) => key + overhead

/**
 * Next's own memory of functions with 'use cache', with two differences: an answer counts only while the index says that nothing it was
 * made of has changed, and entries are counted as large as they are (wrong addresses filled nine times the memory). Given to Next by
 * name in next.config.js, hence CommonJS.
 * @see https://github.com/vercel/next.js/blob/v16.4.6/packages/next/src/server/lib/cache-handlers/default.ts
 * @type {import('next/cache').CacheHandler}
 */
module.exports = {
  ...cache,
  async get(key, softTags) {
    const entry = await cache.get(counted(key), softTags)
    return entry && isCurrent(entry.tags, entry.tags) ? entry : undefined
  },
  async set(key, pending) {
    await cache.set(counted(key), pending)
    const { tags } = await pending
    // Looked at once while the index can be read: see index-check.cjs.
    isCurrent(tags, tags)
  },
}
