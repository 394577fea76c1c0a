import { revalidateTag } from 'next/cache'
import type { Changed } from '../archive/report'
import {
  archivePath,
  articlePath,
  authorPath,
  categoryPath,
  feedPath,
  homePath,
  sitemapPath,
  tagPath,
} from '../urls'

/**
 * Lets go of the answers that a sync made old. Each page goes on being served as it was until its new one is ready, also
 * when that fails (`'max'`; with `expire: 0` Next throws the good page away first). Gives the paths to ask for, so that
 * the new pages are ready before a reader comes.
 */
export function refresh(changed: Changed, frontChanged: boolean): string[] {
  const posts = changed.slugs.map((slug) => `post:${slug}`)
  const isQuiet = posts.length + changed.authors.length + changed.pictures.length === 0 && !frontChanged
  if (isQuiet) return []
  for (const tag of [...posts, 'lists', 'pages']) revalidateTag(tag, 'max')
  return [
    ...changed.slugs.map(articlePath),
    homePath(),
    feedPath(),
    ...changed.categories.map((slug) => categoryPath(slug)),
    ...changed.authors.map((id) => authorPath(id)),
    ...changed.tags.map((slug) => tagPath(slug)),
    ...changed.months.map((month) => archivePath(Number(month.slice(0, 4)), Number(month.slice(5)))),
    sitemapPath(),
  ]
}
