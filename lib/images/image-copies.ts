import { createHash } from 'node:crypto'
import { type CopyType, identityOf, resizeImage } from './image-jobs'

export type ImageCopy = { bytes: Uint8Array<ArrayBuffer>; type: CopyType; etag: string }

/** About five hundred copies. */
const maxCacheBytes = 24 * 2 ** 20
/** What a key and an entry of the map take beside the picture. */
const overhead = 1_000

type Copies = {
  made: Map<string, ImageCopy>
  bytes: number
  inProgress: Map<string, Promise<ImageCopy | undefined>>
}
const shared = globalThis as { copydeskImageCopies?: Copies }

/**
 * A smaller copy of a picture file, from memory or made now, once for all who wait for it. The ones not asked for the
 * longest are forgotten. `isKept` says where it came from. Undefined for an animation. Throws as resizeImage does.
 */
export async function getImageCopy(
  file: string,
  wanted: { width: number; type: CopyType; quality: number },
): Promise<{ copy?: ImageCopy; isCached: boolean }> {
  shared.copydeskImageCopies ??= { made: new Map(), bytes: 0, inProgress: new Map() }
  const copies = shared.copydeskImageCopies
  const key = [await identityOf(file), wanted.width, wanted.type, wanted.quality].join(' ')
  const known = copies.made.get(key)
  if (known) {
    copies.made.delete(key)
    copies.made.set(key, known)
    return { copy: known, isCached: true }
  }
  let making = copies.inProgress.get(key)
  if (!making) {
    making = make(copies, key, file, wanted).finally(() => copies.inProgress.delete(key))
    copies.inProgress.set(key, making)
  }
  return { copy: await making, isCached: false }
}

async function make(
  copies: Copies,
  key: string,
  file: string,
  wanted: { width: number; type: CopyType; quality: number },
): Promise<ImageCopy | undefined> {
  const resized = await resizeImage(file, wanted)
  if (!resized) return undefined
  const bytes = new Uint8Array(resized)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url')}"`
  const copy = { bytes, type: wanted.type, etag }
  copies.made.set(key, copy)
  copies.bytes += bytes.byteLength + overhead
  for (const [oldest, { bytes: old }] of copies.made) {
    if (copies.bytes <= maxCacheBytes) break
    copies.bytes -= old.byteLength + overhead
    copies.made.delete(oldest)
  }
  return copy
}
