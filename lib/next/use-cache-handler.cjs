const { createDefaultCacheHandler } = require('next/dist/server/lib/cache-handlers/default')

/**
 * Next's own cache for `use cache`, with entries counted as large as they are. Next counts the bytes of a key and its value alone:
 * 130 for "there is no such post", which takes 1,200. So many wrong addresses filled nine times the memory that
 * cacheMaxMemorySize allows. Given to Next by name in next.config.js, hence CommonJS.
 *
 * @see https://github.com/vercel/next.js/blob/v16.4.6/packages/next/src/server/lib/cache-handlers/default.ts
 */
const own = createDefaultCacheHandler(16 * 2 ** 20)

// The one thing of an entry's counted size that can be given from here is the length of its key.
const overhead = '-'.repeat(1_100)
const counted = (key) => key + overhead

/** @type {import('next/cache').CacheHandler} */
module.exports = {
  ...own,
  get: (key, softTags) => own.get(counted(key), softTags),
  set: (key, entry) => own.set(counted(key), entry),
}
