import type { Author } from '@/lib/content/author'
import type { LintedPost } from '../lint-file'

/** A picture under public/ by its path from the site's root; one that cannot be read has a width of 0. */
/** Without a width, it is no picture that may be shown. */
export type PictureOnDisk = { src: string; bytes: number; width: number; height: number }

/** Everything the checks across files look at. */
export type SiteSnapshot = {
  now: number
  posts: LintedPost[]
  authors: Author[]
  pictures: PictureOnDisk[]
  /** Whether there is a file under public/ at a path of the site. */
  isFile(path: string): boolean
  /** The ids on the page of a post. Asked only where a link names one: it takes a reading of the whole text. */
  anchorIds(post: LintedPost): Promise<ReadonlySet<string>>
  /** The text of addresses.txt; undefined before the first release. */
  addresses?: string
  /** The addresses that gone.yml gives up. */
  goneAddresses: string[]
  /** Paths of posts that have errors: what they answered to may come back. */
  invalidPaths: string[]
}

/** Whether readers get it now. */
export const isPublic = ({ draft, published }: LintedPost, now: number) =>
  !draft && Date.parse(published) <= now

/** Where a post first names a picture or another post. */
export function referencePlace(
  { references: refers, bodyLine }: LintedPost,
  name: string,
): { line: number; column: number } {
  const { line = 1, column = 1 } = refers.firstPlaces.get(name) ?? {}
  return { line: line + bodyLine - 1, column }
}
