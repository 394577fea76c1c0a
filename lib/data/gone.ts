import { archive } from '../store/current-index'
import { goneReasonAt } from '../store/gone'

/** Whether the newsroom has given up this path for good. Where the index cannot be read, others say so. Asked for each 404. */
export function isGone(path: string): boolean {
  try {
    return goneReasonAt(archive(), path) !== undefined
  } catch {
    return false
  }
}
