import { getStore } from '../store/current-index'
import { findGoneReason } from '../store/gone'

/** Whether the newsroom has given up this path for good. Where the index cannot be read, others say so. Asked for each 404. */
export function isGone(path: string): boolean {
  try {
    return findGoneReason(getStore(), path) !== undefined
  } catch {
    return false
  }
}
