/**
 * Connects Next's caches, which are loaded as they are, with the bundled code that knows the index. instrumentation.ts registers
 * the check before the first request is answered.
 */
const check = Symbol.for('copydesk.isCurrent')

/** During a build everything has just been made. */
const isBuild = process.env.NEXT_PHASE === 'phase-production-build'

/** What was right when the index could last be read. */
const confirmed = new WeakSet()

/**
 * Whether something cached, that carries these cache tags, is what the index says now. When the index cannot be read (a disk that
 * fails), it is if this process has seen it to be right before; nothing else counts, and is made anew, which says what is wrong.
 * @param {object} cached
 * @param {string[]} tags
 */
function isCurrent(cached, tags) {
  if (isBuild) return true
  const askIndex = globalThis[check]
  if (!askIndex) return false
  try {
    if (!askIndex(tags)) return false
    confirmed.add(cached)
    return true
  } catch {
    return confirmed.has(cached)
  }
}

module.exports = { isCurrent }
