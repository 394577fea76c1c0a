import type { CrossFileFields } from '@/lib/content/cross-file-checks'
import type { FileBytes } from '@/lib/content/parse-result'
import { type Post, type PostSource, parsePostWithSource } from '@/lib/content/post'
import type { Problem } from '@/lib/content/problem'
import { positionIn } from '@/lib/content/source-text'
import { checkBody } from '@/lib/render/check'
import { findReferences, type References } from '@/lib/render/references'
import { findCodeRanges, mayHideCode } from './code-ranges'
import { encodingFixes } from './encoding-fix'
import { createLintContext, type LintContext } from './lint-context'
import type { Edit, Finding, Rule, WordTools } from './rule'
import { ruleCatalog } from './rule-catalog'
import { rules } from './rules'
import { findInvalidDirectives, isSuppressed, parseSuppressions, type Suppression } from './suppressions'

/** What the checks across files need to know of a post. */
export type LintedPost = CrossFileFields &
  Pick<Post, 'draft' | 'gone' | 'layout' | 'bodyLine'> & {
    image?: string
    references: References
    /** Everything in the file that looks like the path of a picture. */
    mentionedPictures: string[]
    /** Where the keys stand that can be at odds with other files. */
    keyPlaces: Record<string, { line: number; column: number }>
  }

/** All that can be said of one file by itself. */
export type LintResult = {
  path: string
  problems: Problem[]
  suppressions: Suppression[]
  /** There when the post can be read. */
  post?: LintedPost
  /** What `--fix` would do; some of it may turn out to stand in code. */
  edits: Edit[]
}

/** Reads and checks one file of posts/. Never throws. */
export async function lintFile(file: FileBytes, tools: WordTools): Promise<LintResult> {
  const { value: post, problems, source } = parsePostWithSource(file)
  if (!source) return { path: file.path, problems, suppressions: [], edits: [] }
  const suppressions = parseSuppressions(source)
  const start = source.text.length - source.body.length
  const repairs = encodingFixes(source.text, start)
    .map((edit) => ({ edit, line: positionIn(source.text, edit.from).line }))
    .filter(({ line }) => !isSuppressed(suppressions, { rule: 'encoding', line }))
    .map(({ edit }) => edit)
  const said = [...problems, ...findInvalidDirectives(file.path, source)]
  if (!post) return { path: file.path, problems: said, suppressions, edits: repairs }
  const subject = createLintContext(post, source)
  const found = runRules(subject, tools)
  const loud = found.filter(({ problem }) => !isSuppressed(suppressions, problem))
  return {
    path: file.path,
    problems: [...said, ...found.map(({ problem }) => problem), ...(await checkBody(post))],
    suppressions,
    post: toLintedPost(post, source),
    edits: [...repairs, ...loud.flatMap(({ fix }) => fix ?? [])],
  }
}

function runRules(subject: LintContext, tools: WordTools): { problem: Problem; fix?: Edit[] }[] {
  const found = rules.flatMap((rule) => rule.find(subject, tools).map((finding) => ({ rule, finding })))
  const inBody = found.some(({ finding }) => 'at' in finding)
  const code = (inBody && mayHideCode(subject.post.body) && findCodeRanges(subject.post)) || []
  const isCode = (finding: Finding) =>
    'at' in finding && code.some(({ from, to }) => from <= finding.at && finding.at < to)
  const lineAt = lineFinder(subject.post.body)
  return found
    .filter(({ finding }) => !isCode(finding))
    .map(({ rule, finding }) => ({ problem: problemOf(subject, rule, finding, lineAt), fix: finding.fix }))
}

type LineAt = ReturnType<typeof lineFinder>

function problemOf({ post, place }: LintContext, { name }: Rule, finding: Finding, lineAt: LineAt): Problem {
  const said = { severity: ruleCatalog[name].severity, rule: name, message: finding.message }
  if ('key' in finding) return { file: post.path, ...place(finding.key, finding.part), ...said }
  const { line, column } = lineAt(finding.at)
  return { file: post.path, line: line + post.bodyLine - 1, column, ...said }
}

/** Line and column of an offset, both from 1. A post with a hundred findings is walked through once. */
function lineFinder(text: string): (at: number) => { line: number; column: number } {
  let starts: number[] | undefined
  return (at) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 }
  }
}

const locatedKeys = ['slug', 'aliases', 'authors', 'categories', 'tags', 'series', 'related', 'image']

function toLintedPost(post: Post, { text, positionOf: place, has }: PostSource): LintedPost {
  const {
    path,
    slug,
    published,
    authors,
    aliases,
    related,
    categories,
    tags,
    series,
    draft,
    gone,
    layout,
    bodyLine,
  } = post
  const mentions = text.match(/assets\/[^\s"'()<>[\]]+/g) ?? []
  return {
    ...{
      path,
      slug,
      published,
      authors,
      aliases,
      related,
      categories,
      tags,
      series,
      draft,
      gone,
      layout,
      bodyLine,
    },
    image: post.image?.src,
    references: findReferences(post),
    mentionedPictures: [...new Set(mentions)],
    keyPlaces: Object.fromEntries(
      locatedKeys.filter(has).map((key) => [key, place([key], key === 'image' ? 'key' : 'value')]),
    ),
  }
}
