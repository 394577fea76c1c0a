import { articlePath, canonicalPath } from '@/lib/urls'
import type { ExistingFiles } from './existing-files'
import type { PostFileName } from './file-names'
import { canBeAlias } from './front-matter'

type AliasCandidate = { source: string; addresses: string[]; named: PostFileName }
/** What becomes of an old address: `now` is where it leads. Without `isAlias` nothing in the files leads there. */
export type ResolvedAlias = { old: string; now: string; source: string; isAlias: boolean; remark?: string }

const most = 50

/**
 * Gives each old address to one story, the first that names it. Not every address can be kept: some belong to the site
 * itself, or to a story that is here already.
 */
export function resolveAliases(stories: AliasCandidate[], existing: ExistingFiles): ResolvedAlias[] {
  const owners = new Map(stories.map(({ named }) => [articlePath(named.slug), named.path]))
  const claimed = new Map<string, string>()
  return stories.flatMap(({ source, addresses, named }) => {
    const now = articlePath(named.slug)
    const mine = [...new Map(addresses.map((old) => [canonicalPath(old), old])).values()]
    return mine.map((old, index): ResolvedAlias => {
      const path = canonicalPath(old)
      const claim = { old, now, source }
      // It is the address here, too.
      if (path === now) return { ...claim, isAlias: false }
      const owner =
        claimed.get(path) ??
        owners.get(path) ??
        existing.pathOfAlias(path) ??
        existing.pathOf.get(path.slice(1))
      if (owner !== undefined && owner !== named.path)
        return {
          ...claim,
          isAlias: false,
          remark: `${old} leads to ${owner} already, so it does not lead here.`,
        }
      claimed.set(path, named.path)
      if (!canBeAlias(old) || index >= most)
        return {
          ...claim,
          isAlias: false,
          remark: `${old} cannot lead here by itself. Write a rule for it (see the end of the report).`,
        }
      return { ...claim, isAlias: true }
    })
  })
}
