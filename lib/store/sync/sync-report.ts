import type { Problem } from '@/lib/content/problem'
import type { ChangeSet, ListingFields } from './change-set'

export type SyncReport = {
  /** How many posts are new, different, gone, and as they were. */
  added: number
  updated: number
  removed: number
  unchanged: number
  /** Files whose last good version is shown in their place, or nothing where there is none. */
  quarantined: string[]
  /** Everything known of all files, also of those that were not read this time; sorted by place. */
  problems: Problem[]
  /** Whether editors arranged the front page differently. */
  frontChanged: boolean
  /** Whether the file of an author came, changed or went: their name may stand in any list. */
  authorsChanged: boolean
  /** Whether a picture changed or went that pages may show already, or one came that they lacked. */
  picturesChanged: boolean
  /** Whether a standing page came, changed or went: the foot of every page names them. */
  pagesChanged: boolean
  /** Whether gone.yml says otherwise which addresses are gone. */
  goneChanged: boolean
  /** What pages may look different now, each list without doubles. */
  changed: ChangedItems
}

/** Both what something was and what it is: the category a post has left is here, too. */
export type ChangedItems = {
  slugs: string[]
  aliases: string[]
  categories: string[]
  tags: string[]
  /** Ids of authors whose own file changed or whose list of posts did. */
  authors: string[]
  series: string[]
  /** `2023-03` */
  months: string[]
  /** Paths from the site's root: `/assets/images/chip.svg` */
  pictures: string[]
}

/** How many posts came, changed and went, and which pages that touches. */
export function summarizeChanges(changes: ChangeSet, pictures: string[]) {
  const count = { added: 0, updated: 0, removed: 0 }
  const touched: ListingFields[] = []
  for (const [path, after] of changes.after) {
    const before = changes.before.get(path)
    if (before && after) count.updated++
    else if (after) count.added++
    else if (before) count.removed++
    for (const each of [before, after]) if (each) touched.push(each)
  }
  const changed: ChangedItems = {
    slugs: unique(touched.map(({ slug }) => slug)),
    aliases: unique(touched.flatMap(({ aliases }) => aliases)),
    categories: unique(touched.flatMap(({ categories }) => categories.map(({ slug }) => slug))),
    tags: unique(touched.flatMap(({ tags }) => tags.map(({ slug }) => slug))),
    authors: unique([...changes.authorIds(), ...touched.flatMap(({ authors }) => authors)]),
    series: unique(touched.flatMap(({ series }) => series?.slug ?? [])),
    months: unique(touched.map(({ published }) => published.slice(0, 7))),
    pictures: unique(pictures),
  }
  return { ...count, changed, pagesChanged: touched.some(({ layout }) => layout === 'page') }
}

const unique = (items: string[]) => [...new Set(items)].sort()
