/**
 * The cache of `next dev`: remembers nothing, so that an edited post shows on the next reload.
 * Given to Next by name in next.config.js, hence CommonJS.
 * @type {import('next/cache').CacheHandler}
 */
module.exports = {
  get: async () => undefined,
  async set(_key, pending) {
    // The stream belongs to the request and wants to be read to its end.
    const reader = (await pending).value.getReader()
    while (!(await reader.read()).done);
  },
  refreshTags: async () => {},
  // Next keeps a copy of its own in front of this one; an entry older than now does not count.
  getExpiration: async () => Date.now(),
  updateTags: async () => {},
}
