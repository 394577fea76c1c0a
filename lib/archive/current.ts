import { join } from 'node:path'
import { openArchive } from './open'
import type { Archive } from './reader'

let opened: Archive | undefined

/**
 * The index of this site, `.content/index.db`, opened on the first question and kept. Throws an ArchiveError where there
 * is none, and tries again with the next question.
 */
export function archive(): Archive {
  opened ??= openArchive(join(process.cwd(), '.content', 'index.db'), { readonly: true })
  return opened
}
