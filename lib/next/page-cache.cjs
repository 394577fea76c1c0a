const { default: FileSystemCache } = require('next/dist/server/lib/incremental-cache/file-system-cache')
const { isCurrent } = require('./index-check.cjs')

/** About five hundred resized pictures. */
const mostBytes = 24 * 2 ** 20
const pictures = new Map()
let bytes = 0

/**
 * Next's own cache of pages, with two differences:
 * - A page counts only while the index says that nothing it was made of has changed. Next itself knows only what it was told
 *   since it was started, and would show the pages of the build again after a restart, with withdrawn stories among them.
 * - Resized pictures are kept in memory. Next keeps them on the disk or not at all, and the disk is switched off
 *   (`isrFlushToDisk`) because wrong addresses would fill it: each visit resized the pictures of a page anew, half a second of a
 *   processor each.
 *
 * Given to Next by name in next.config.js, hence CommonJS. Extends an internal class of Next 16.4: its documented interface for
 * cache handlers leaves out the files of the build (https://github.com/vercel/next.js/discussions/52286).
 */
module.exports = class extends FileSystemCache {
  async get(key, context) {
    if (context.kind === 'IMAGE') return picture(key)
    const entry = await super.get(key, context)
    const tags = entry?.value?.headers?.['x-next-cache-tags']
    return typeof tags === 'string' && !isCurrent(tags.split(',')) ? null : entry
  }

  async set(key, value, context) {
    if (value?.kind === 'IMAGE') keepPicture(key, value)
    else return super.set(key, value, context)
  }
}

function picture(key) {
  const found = pictures.get(key)
  if (!found) return null
  // To the end of the line: the one not asked for the longest goes first.
  pictures.delete(key)
  pictures.set(key, found)
  return found
}

function keepPicture(key, value) {
  bytes += value.buffer.length - (pictures.get(key)?.value.buffer.length ?? 0)
  pictures.delete(key)
  pictures.set(key, { value, lastModified: Date.now() })
  for (const [oldest, { value: old }] of pictures) {
    if (bytes <= mostBytes) return
    bytes -= old.buffer.length
    pictures.delete(oldest)
  }
}
