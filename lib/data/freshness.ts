import { getStore } from '../store/current-index'
import { indexVersion, tagVersion } from '../store/tag-versions'
import type { OpenIndex } from './open-index'

/**
 * Whether a cached page or answer still says what the index says.
 *
 * Each answer of the data access layer carries stamps, as cache tags of the form `name@value`:
 * - `post:chips@Xy1z`, the version that a tag had when the answer was begun;
 * - `made@…` and `until@…`, milliseconds since 1970: when it was made, and when time alone makes it outdated;
 * - `mixed@`, when a sync ended while it was made, so that it may be of both versions;
 * - `once@`, when it is for one request alone.
 *
 * Next keeps them with the pages of the build, too. So after any restart the index decides, and no memory of what changed is
 * needed. lib/next/page-cache.cjs and lib/next/data-cache.cjs ask here.
 */

/** A clock that is set right by so much, in milliseconds, makes nothing outdated. */
const clockTolerance = 5_000

export const singleUseStamp = 'once@'

/** The stamps of an answer that depends on these tags. `until` is in milliseconds since 1970. */
export function freshnessStamps(
  index: OpenIndex,
  now: number,
  tags: readonly string[],
  until?: number,
): string[] {
  const versions = tags.map((tag) => `${tag}@${tagVersion(index, tag)}`)
  const mixed = indexVersion(index) === index.version ? [] : ['mixed@']
  const times = [`made@${now}`, ...(until === undefined || until === Infinity ? [] : [`until@${until}`])]
  return [...versions, ...mixed, ...times]
}

/** The versions of tags that have been looked up, while the index stays as it is. */
let lookedUp = { version: '', tags: new Map<string, string>() }
const maxLookedUp = 50_000

/** Whether an answer with these cache tags is what the index says now. Tags that are no stamps count for nothing. */
export function isCurrent(tags: readonly string[], now = Date.now()): boolean {
  const index = getStore()
  const version = indexVersion(index)
  if (lookedUp.version !== version || lookedUp.tags.size > maxLookedUp)
    lookedUp = { version, tags: new Map() }
  return tags.every((tag) => {
    const end = tag.lastIndexOf('@')
    if (end < 0) return true
    const [name, value] = [tag.slice(0, end), tag.slice(end + 1)]
    if (name === 'made') return Number(value) <= now + clockTolerance
    if (name === 'until') return now < Number(value)
    if (name === 'mixed' || tag === singleUseStamp) return false
    let current = lookedUp.tags.get(name)
    if (current === undefined) {
      current = tagVersion(index, name)
      lookedUp.tags.set(name, current)
    }
    return current === value
  })
}
