const { createDefaultCacheHandler } = require('next/dist/server/lib/cache-handlers/default')
const { isCurrent } = require('./index-check.cjs')

/** What next.config.js gives as cacheMaxMemorySize, which Next passes to its own handler only. */
const mostBytes = 16 * 2 ** 20
const cache = createDefaultCacheHandler(mostBytes)

/**
 * Next's own memory of functions with 'use cache', in which an answer counts only while the index says that nothing it was made
 * of has changed. Given to Next by name in next.config.js, hence CommonJS.
 * @type {import('next/cache').CacheHandler}
 */
module.exports = {
  ...cache,
  async get(key, softTags) {
    const entry = await cache.get(key, softTags)
    return entry && isCurrent(entry.tags) ? entry : undefined
  },
}
