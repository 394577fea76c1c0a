const { default: FileSystemCache } = require('next/dist/server/lib/incremental-cache/file-system-cache')
const { isCurrent } = require('./index-check.cjs')

/**
 * Next's own cache of pages, in which a page counts only while the index says that nothing it was made of has changed. Next itself
 * knows only what it was told since it was started, and would show the pages of the build again after a restart, with
 * withdrawn stories among them.
 *
 * Given to Next by name in next.config.js, hence CommonJS. Extends an internal class of Next 16.4: its documented interface for
 * cache handlers leaves out the files of the build.
 */
module.exports = class extends FileSystemCache {
  async get(key, context) {
    const entry = await super.get(key, context)
    const tags = entry?.value?.headers?.['x-next-cache-tags']
    return typeof tags === 'string' && !isCurrent(entry.value, tags.split(',')) ? null : entry
  }

  async set(key, value, context) {
    await super.set(key, value, context)
    const tags = value?.headers?.['x-next-cache-tags']
    // Looked at once while the index can be read: see index-check.cjs.
    if (typeof tags === 'string') isCurrent(value, tags.split(','))
  }
}
