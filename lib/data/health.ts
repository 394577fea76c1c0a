import { getStore } from '../store/current-index'
import * as state from '../store/queries/status'

/** How the index is: how many stories are public, when it was synced, and which files are held back. */
export async function getHealth() {
  try {
    const [index, now] = [getStore(), Date.now()]
    const held = state.listUnpublished(index, now)
    const { published, synced } = state.storeStatus(index, now)
    const count = (reason: string) => held.filter((file) => file.reason === reason).length
    return {
      ...{ ready: true, published, synced, invalid: count('invalid') },
      ...{ drafts: count('draft'), scheduled: count('scheduled') },
    }
  } catch (error) {
    console.error('health:', error)
    return { ready: false }
  }
}
