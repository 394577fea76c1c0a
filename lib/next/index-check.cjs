/**
 * Connects Next's caches, which are loaded as they are, with the bundled code that knows the index. instrumentation.ts registers
 * the check before the first request is answered.
 */
const check = Symbol.for('copydesk.isCurrent')

/** During a build everything has just been made. */
const isBuild = process.env.NEXT_PHASE === 'phase-production-build'

/**
 * Whether what carries these cache tags is what the index says now. Without an index nothing is known to be right; the page is
 * then made anew, which says what is wrong.
 * @param {string[]} tags
 */
function isCurrent(tags) {
  if (isBuild) return true
  try {
    return globalThis[check]?.(tags) ?? false
  } catch {
    return false
  }
}

module.exports = { isCurrent }
