import type { Problem } from '@/lib/content/problem'
import { closestMatch, slugify } from '@/lib/text'
import {
  archivePath,
  articlePath,
  authorPath,
  categoryPath,
  homePath,
  reservedSlugs,
  siteOrigin,
  tagPath,
} from '@/lib/urls'
import { site } from '@/site.config'
import type { LintedPost } from '../lint-file'
import { isPublic, type SiteSnapshot } from './site-snapshot'

type Link = LintedPost['references']['links'][number]
type Targets = ReturnType<typeof listTargets>

/** Links to places of the site that are not there, or not yet. */
export async function findBrokenLinks(snapshot: SiteSnapshot): Promise<Problem[]> {
  const places = listTargets(snapshot)
  const problems: Problem[] = []
  for (const post of snapshot.posts) {
    for (const link of post.references.links) {
      const target = resolve(link.href, post.slug)
      if (!target) continue
      const message = describePathError(target.path, post, places, snapshot)
      const at = { file: post.path, line: link.line, column: link.column, severity: 'warning' } as const
      if (message) problems.push({ ...at, rule: 'link', message: `"${shorten(link)}" ${message}` })
      else if (target.hash && !(await hasAnchor(target, places, snapshot)))
        problems.push({
          ...at,
          rule: 'anchor',
          message: `"${shorten(link)}" names a part that is not on the page. Correct what follows the #.`,
        })
    }
  }
  return problems
}

const shorten = ({ href }: Link) => (href.length > 80 ? `${href.slice(0, 80)}…` : href)

/** Where a link of a post leads, when that is on the site: read as a browser reads it. */
function resolve(href: string, slug: string): { path: string; hash: string } | undefined {
  const base = siteOrigin() + articlePath(slug)
  // Liquid: another rule speaks of it.
  if (/^\{[%{]/.test(href)) return undefined
  if (!URL.canParse(href, base)) return undefined
  const { protocol, host, pathname, hash } = new URL(href, base)
  if (!/^https?:$/.test(protocol) || host !== new URL(base).host) return undefined
  return { path: pathname === '/' ? pathname : pathname.replace(/\/+$/, ''), hash: hash.slice(1) }
}

function listTargets({ posts, authors }: SiteSnapshot) {
  const slugs = new Map(posts.map((post) => [post.slug, post]))
  const lists = new Set([
    homePath(),
    archivePath(),
    ...site.sections.map(({ slug }) => categoryPath(slug)),
    ...authors.map(({ id }) => authorPath(id)),
  ])
  const aliases = new Map<string, LintedPost>()
  for (const post of posts) {
    for (const alias of post.aliases) aliases.set(alias, post)
    for (const { slug } of post.categories) lists.add(categoryPath(slug))
    for (const { slug } of post.tags) lists.add(tagPath(slug))
    const [year, month] = post.published.split('-', 2).map(Number)
    lists.add(archivePath(year)).add(archivePath(year, month))
  }
  return { slugs, lists, aliases, hints: new Map<string, string>() }
}

function describePathError(
  path: string,
  from: LintedPost,
  places: Targets,
  snapshot: SiteSnapshot,
): string | undefined {
  const post = postAt(path, places)
  if (post) return isReachable(post, from, snapshot) ? undefined : describeHiddenPost(post)
  const list = path.replace(/\/\d+$/, '')
  if (places.lists.has(path) || places.lists.has(list)) return undefined
  const [, first = '', second] = path.split('/')
  const isList = ['category', 'tag', 'author', 'archive'].includes(first) && second !== undefined
  // Feeds of a list lie under it.
  if (isList && /\.(xml|json)$/.test(path) && places.lists.has(path.replace(/\/[^/]*$/, ''))) return undefined
  if (!isList && first !== 'assets' && reservedSlugs.has(first.replace(/\.[^.]*$/, ''))) return undefined
  if (first === '.well-known' || snapshot.isFile(decoded(path))) return undefined
  return `leads nowhere on this site. ${hintFor(path, places)}`
}

/** `/x`, `/x.md`, `/x/lite` or an old address. */
function postAt(path: string, { slugs, aliases }: Targets): LintedPost | undefined {
  return aliases.get(path) ?? slugs.get(path.slice(1).replace(/(\.md|\/lite)$/, ''))
}

/** Two posts that wait for the same morning may link to each other. */
const isReachable = (post: LintedPost, from: LintedPost, { now }: SiteSnapshot) =>
  isPublic(post, now) ||
  from.draft ||
  (!post.draft && Date.parse(post.published) <= Date.parse(from.published))

const describeHiddenPost = ({ path, draft, gone, published }: LintedPost) =>
  gone
    ? `leads to ${path}, which is gone for good. Readers get only the reason.`
    : draft
      ? `leads to a draft, ${path}, so readers get an error. Publish that first.`
      : `leads to ${path}, which is not public before ${published.slice(0, 16).replace('T', ' ')}.`

function hintFor(path: string, { slugs, hints }: Targets): string {
  const known = hints.get(path)
  if (known !== undefined) return known
  const last = decoded(path.slice(path.lastIndexOf('/') + 1)).replace(/\.(html?|mdx?)$/, '')
  const slug = slugify(last.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ''))
  // Comparing with every slug takes a while; after a hundred the author has enough to do.
  const near = slugs.has(slug) ? slug : hints.size < 100 ? closestMatch(slug, slugs.keys()) : undefined
  const hint = near ? `Did you mean "${articlePath(near)}"?` : 'Correct or remove it.'
  hints.set(path, hint)
  return hint
}

async function hasAnchor(
  { path, hash }: { path: string; hash: string },
  places: Targets,
  snapshot: SiteSnapshot,
) {
  const post = postAt(path, places)
  // `:~:` marks words to scroll to, which is the browser's affair.
  if (!post || hash.startsWith(':~:')) return true
  const anchors = await snapshot.anchorIds(post)
  const id = decoded(hash)
  return anchors.has(id) || anchors.has(`user-content-${id}`)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
