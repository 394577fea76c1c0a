import { type Fill, type FrontPage, frontPageFile } from '@/lib/content/front-page'
import type { FieldProblem } from '@/lib/content/key-names'
import type { Problem } from '@/lib/content/problem'
import { locateProblems } from '@/lib/content/schema-errors'
import type { PositionOf } from '@/lib/content/yaml-position'
import { formatDateTime } from '@/lib/dates'
import { closestMatch } from '@/lib/text'

/** What the check of the front page has to know of the stories. */
export type FrontPageLookups = {
  /** The post at that slug, or the one it was an address of before, in any state. */
  post(slug: string): { slug: string; layout: 'post' | 'page'; draft: boolean; published: string } | undefined
  /** The file that would be the post if it had no errors. */
  quarantinedFile(slug: string): string | undefined
  slugs(): Iterable<string>
  /** The slugs of all categories, tags or authors. */
  termSlugs(by: 'category' | 'tag' | 'author'): ReadonlySet<string>
}
type Finding = Pick<FieldProblem, 'severity' | 'message'>

/**
 * What of the front page does not fit the stories there are. A name that looks like a mistyped one is an error; one that
 * is like no other may be a story that was taken down, and the front does without.
 */
export function checkFrontPage(
  front: FrontPage,
  place: PositionOf,
  facts: FrontPageLookups,
  now: number,
): Problem[] {
  const remarks: FieldProblem[] = []
  const say = (path: PropertyKey[], said: Finding | undefined) => {
    if (said) remarks.push({ path, rule: 'front', ...said })
  }
  const { breaking, containers } = front
  if (breaking && Date.parse(breaking.until) <= now) {
    const message = `This ended on ${formatDateTime(breaking.until)} and is not shown. Take it out.`
    say(['breaking'], { severity: 'note', message })
  }
  if (breaking?.story) say(['breaking', 'story'], checkPick(breaking.story, facts, now))
  for (const [at, { picks, fill }] of containers.entries()) {
    for (const [index, slug] of picks.entries())
      say(['containers', at, 'picks', index], checkPick(slug, facts, now))
    if (fill) say(['containers', at, 'fill'], checkFill(fill, facts))
  }
  return locateProblems(frontPageFile, remarks, place)
}

function checkPick(slug: string, facts: FrontPageLookups, now: number): Finding | undefined {
  const post = facts.post(slug)
  if (!post) {
    const held = facts.quarantinedFile(slug)
    if (held) return { severity: 'warning', message: `${held} has errors, so it is skipped here.` }
    return unknownName(`There is no story "${slug}"`, 'it is skipped', closestMatch(slug, facts.slugs()))
  }
  if (post.layout === 'page')
    return { severity: 'error', message: `"${slug}" is a standing page, not a story. Leave it out.` }
  if (post.slug !== slug)
    return { severity: 'warning', message: `"${slug}" is an old address. Write "${post.slug}".` }
  if (post.draft) return { severity: 'note', message: `"${slug}" is a draft, so it is skipped.` }
  if (Date.parse(post.published) <= now) return undefined
  const when = formatDateTime(post.published)
  return { severity: 'note', message: `"${slug}" is scheduled for ${when} and skipped until then.` }
}

function checkFill(fill: Fill, facts: FrontPageLookups): Finding | undefined {
  if (fill.by === 'latest') return undefined
  const known = facts.termSlugs(fill.by)
  if (known.has(fill.slug)) return undefined
  return unknownName(
    `No story has the ${fill.by} "${fill.written}"`,
    'nothing is filled in',
    closestMatch(fill.slug, known),
  )
}

const unknownName = (what: string, result: string, meant: string | undefined): Finding =>
  meant
    ? { severity: 'error', message: `${what}. Did you mean "${meant}"?` }
    : { severity: 'warning', message: `${what}, so ${result}. Correct or remove it.` }
