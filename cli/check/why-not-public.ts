import { parseFileName } from '@/lib/content/file-name'
import { formatProblem, hasErrors } from '@/lib/content/problem'
import { formatDateTime } from '@/lib/dates'
import { isPublic } from '@/lib/lint/cross-file/site-snapshot'
import type { LintResult } from '@/lib/lint/lint-file'
import { closestMatch } from '@/lib/text'
import { articlePath, siteOrigin } from '@/lib/urls'
import { site } from '@/site.config'
import { findOutsidePosts, reasonNotInIndex, reasonNotPushed } from './deployment-state'
import type { Newsroom } from './newsroom'

/** One answer to "why is my post not showing?", and whether it is showing after all. */
export type Explanation = { isVisible: boolean; text: string }

/**
 * The first reason that holds, in the order in which a file becomes a page. The post is given as a file, a slug or an
 * address.
 */
export async function explainWhyNotPublic(newsroom: Newsroom, wanted: string): Promise<Explanation> {
  const no = (...lines: string[]): Explanation => ({ isVisible: false, text: lines.join('\n') })
  const post = find(newsroom, wanted)
  if (!post) return no(...(await notFound(newsroom, wanted)))
  const { path, post: facts } = post
  const errors = newsroom.problems.filter((problem) => problem.file === path && hasErrors([problem]))
  if (errors.length > 0 || !facts)
    return no(
      `${path} has errors. Until they are fixed, it is not published, or its last good version stays:`,
      ...errors.map(formatProblem),
    )
  if (facts.gone)
    return no(`${path} is gone for good. Remove "gone" from its front matter to publish it again.`)
  if (facts.draft)
    return no(`${path} is a draft. Remove "draft: true" or "published: false" from its front matter.`)
  if (!isPublic(facts, newsroom.now))
    return no(
      `${path} is scheduled for ${formatDateTime(facts.published)} (${site.timeZone}). It is published automatically.`,
    )
  const rivals = postsAtSameAddress(newsroom, path, facts.slug)
  const elsewhere = reasonNotInIndex(newsroom.root, facts)
  if (elsewhere) return no(`${path} is valid, but ${elsewhere}`, ...rivals)
  const address = articlePath(facts.slug)
  const kind = facts.layout === 'page' ? 'a standing page: it is in no list, but' : 'public: it'
  const local = await reasonNotPushed(newsroom.root, path)
  return {
    isVisible: local === undefined,
    text: [
      `${path} is ${kind} shows at ${siteOrigin()}${address}`,
      ...(local ? [`It is public only on this machine: ${local}`] : []),
      ...rivals,
    ].join('\n'),
  }
}

/** Other files at the same address: the author may have meant one of them. */
const postsAtSameAddress = ({ lintedFiles: examined }: Newsroom, path: string, slug: string) =>
  examined
    .filter((one) => one.path !== path && (one.post?.slug ?? parseFileName(one.path).slug) === slug)
    .map((one) => `${one.path} has the same URL. For that file, use --why ${one.path}`)

function find({ lintedFiles: examined }: Newsroom, wanted: string): LintResult | undefined {
  const path = wanted.replace(/^\.\//, '')
  const address = pathOf(wanted)
  const slug = slugOf(wanted)
  return (
    examined.find((one) => one.path === path) ??
    examined.find(({ post: facts }) => facts?.slug === slug || facts?.aliases.includes(address)) ??
    examined.find((one) => parseFileName(one.path).slug === slug)
  )
}

/** `https://site/chips`, `/chips`, `chips` and `posts/2026-01-01-chips.md` name one post. */
const pathOf = (wanted: string) =>
  URL.canParse(wanted) ? new URL(wanted).pathname.replace(/\/$/, '') : `/${wanted.replace(/^\/|\/$/g, '')}`

const slugOf = (wanted: string) => {
  const last = pathOf(wanted).split('/').at(-1) ?? ''
  return parseFileName(/\.\w+$/.test(last) ? last : `${last}.md`).slug
}

async function notFound(
  { root, lintedFiles: examined, problems }: Newsroom,
  wanted: string,
): Promise<string[]> {
  const slug = slugOf(wanted)
  const name = slug || wanted
  const isAbout = (file: string) => file.split('/').at(-1)?.toLowerCase().includes(name)
  const refused = problems.filter(
    ({ file, rule }) => rule === 'file' && file.startsWith('posts/') && (file === wanted || isAbout(file)),
  )
  if (refused.length > 0)
    return ['The file exists, but it is not read as a post:', ...refused.map(formatProblem)]
  const outside = await findOutsidePosts(root, wanted, slug)
  if (outside) return [outside]
  const none = `There is no post "${wanted}" in posts/.`
  // Of two at one address, the one that has it.
  const slugs = new Map(
    examined.toReversed().map(({ path, post: facts }) => [facts?.slug ?? parseFileName(path).slug, path]),
  )
  const all = [...slugs.keys()]
  // The end of a name in which the date was not understood, a slip of the finger, a part of a name.
  const like =
    all.find((one) => slug && one.endsWith(`-${slug}`)) ??
    closestMatch(slug, all) ??
    all.find((one) => one.includes(slug))
  if (like) return [`${none} Did you mean ${slugs.get(like)}?`]
  return [`${none} Only files in posts/ that end in .md or .mdx are posts.`]
}
