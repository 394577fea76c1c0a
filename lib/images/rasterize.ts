import { cropImage, type FocalPoint } from '@/lib/images/image-jobs'
import { type ShareRatio, shareRatios } from '@/lib/urls'
import { maxShareImageBytes } from './share-image-size'

export type { FocalPoint }

/**
 * A contributed picture as a PNG of exactly the ratio's size, cropped around the focal point and laid on white paper
 * where it is transparent. Takes the bytes or the path of an SVG, PNG, JPEG or WebP. It is drawn in a process of its own that is
 * killed at a limit. Throws a PoolBusyError when too many pictures are waiting; otherwise on everything else, on what is
 * broken, larger than the limits, or takes longer than eight seconds of a processor.
 */
export const cropToRatio = (
  picture: Uint8Array | string,
  ratio: ShareRatio,
  focalPoint: FocalPoint,
): Promise<Uint8Array> => cropImage(picture, shareRatios[ratio], focalPoint, maxShareImageBytes)
