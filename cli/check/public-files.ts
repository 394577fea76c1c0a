import type { Problem } from '@/lib/content/problem'
import type { PictureOnDisk } from '@/lib/lint/cross-file/site-snapshot'
import { isPictureName } from '@/lib/public-files/kinds'
import { listPublicFiles, publicFileProblem } from '@/lib/public-files/list'
import { readPublicFileInfo } from '@/lib/store/sync/pictures'

/** Every file of public/, opened to see what it is, by as many as there are processes for it: the pictures, and what may not be published. */
export async function checkPublicFiles(
  root: string,
): Promise<{ pictures: PictureOnDisk[]; problems: Problem[] }> {
  const { files, problems } = await listPublicFiles(root)
  const waiting = [...files]
  const pictures: PictureOnDisk[] = []
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { width, height, fault } = await readPublicFileInfo(root, next)
      if (fault) problems.push(publicFileProblem(next.src, fault))
      if (isPictureName(next.src)) pictures.push({ src: next.src, bytes: next.size, width, height })
    }
  }
  await Promise.all([work(), work()])
  return { pictures, problems }
}
