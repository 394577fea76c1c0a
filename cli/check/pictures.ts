import { join } from 'node:path'
import { listPictures, sizeOf } from '@/lib/archive/pictures'
import type { PictureOnDisk } from '@/lib/check/across/world'

/** Every picture under public/, opened to see whether it is one, by as many as there are processes for it. */
export async function picturesOf(root: string): Promise<PictureOnDisk[]> {
  const { found } = await listPictures(join(root, 'public'), '')
  const waiting = [...found]
  const pictures: PictureOnDisk[] = []
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { src, size } = next
      pictures.push({ src, bytes: size, ...(await sizeOf(join(root, 'public', src))) })
    }
  }
  await Promise.all([work(), work()])
  return pictures
}
