import { hasErrors } from '@/lib/content/problem'
import { isPublic } from '@/lib/lint/cross-file/site-snapshot'
import { site } from '@/site.config'
import type { Newsroom } from './newsroom'

/** A file of posts/ that readers do not see, and why. */
export type UnpublishedPost = { path: string; why: string }

/** Everything that is not public, by path. */
export function listUnpublished({ lintedFiles: examined, problems, now }: Newsroom): UnpublishedPost[] {
  const faulty = new Set(problems.filter((problem) => hasErrors([problem])).map(({ file }) => file))
  return examined.flatMap(({ path, post: facts }) => {
    if (!facts || faulty.has(path)) return [{ path, why: 'has errors' }]
    if (facts.gone) return [{ path, why: 'gone' }]
    if (facts.draft) return [{ path, why: 'draft' }]
    if (isPublic(facts, now)) return []
    // As an author writes it.
    const when = facts.published.slice(0, 16).replace('T', ' ')
    return [{ path, why: `scheduled for ${when} ${site.timeZone}` }]
  })
}
