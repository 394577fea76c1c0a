const { default: OwnCache } = require('next/dist/server/lib/incremental-cache/file-system-cache')

/** About five hundred copies. */
const mostBytes = 24 * 2 ** 20
const copies = new Map()
let bytes = 0

/**
 * Next's own cache, with the smaller copies of pictures in memory beside it. Next keeps those on the disk or not at all, and
 * the disk is switched off (`isrFlushToDisk`) because wrong addresses would fill it: each visit made the pictures of a page
 * anew, half a second of a processor each. Given to Next by name in next.config.js, hence CommonJS.
 */
module.exports = class extends OwnCache {
  async get(key, context) {
    if (context.kind !== 'IMAGE') return super.get(key, context)
    const copy = copies.get(key)
    if (!copy) return null
    // To the end of the line: the one not asked for the longest goes first.
    copies.delete(key)
    copies.set(key, copy)
    return copy
  }

  async set(key, value, context) {
    if (value?.kind !== 'IMAGE') return super.set(key, value, context)
    bytes += value.buffer.length - (copies.get(key)?.value.buffer.length ?? 0)
    copies.delete(key)
    copies.set(key, { value, lastModified: Date.now() })
    for (const [oldest, { value: old }] of copies) {
      if (bytes <= mostBytes) return
      bytes -= old.buffer.length
      copies.delete(oldest)
    }
  }
}
