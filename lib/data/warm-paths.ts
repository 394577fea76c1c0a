import type { SyncReport } from '../store/sync/sync-report'
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
 * The paths to ask for after a sync, so that the new pages are ready before a reader comes; none where nothing changed. The
 * story itself comes first. Nothing has to be invalidated: the index says what is outdated (freshness.ts).
 */
export function listPathsToWarm({
  changed,
  frontChanged,
}: Pick<SyncReport, 'changed' | 'frontChanged'>): string[] {
  const isQuiet =
    changed.slugs.length + changed.authors.length + changed.pictures.length === 0 && !frontChanged
  if (isQuiet) return []
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
