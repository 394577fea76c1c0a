import type { PostFacts } from '@/lib/content/cross-file-checks'
import type { FileBytes } from '@/lib/content/parse-result'
import { type Post, readSource, type Source } from '@/lib/content/post'
import type { Problem } from '@/lib/content/problem'
import { placeIn } from '@/lib/content/source-text'
import { checkBody } from '@/lib/render/check'
import { type References, references } from '@/lib/render/references'
import { codeRanges, mayHideCode } from './code-ranges'
import { repairsOf } from './encoding-fix'
import { type Subject, subjectOf } from './lint-context'
import type { Edit, Finding, Rule, Tools } from './rule'
import { catalogue } from './rule-catalog'
import { rules } from './rules'
import { brokenDirectives, isSilent, type Silence, silencesIn } from './suppressions'

/** What the checks across files need to know of a post. */
export type Facts = PostFacts &
  Pick<Post, 'draft' | 'gone' | 'layout' | 'bodyLine'> & {
    image?: string
    refers: References
    /** Everything in the file that looks like the path of a picture. */
    mentions: string[]
    /** Where the keys stand that can be at odds with other files. */
    places: Record<string, { line: number; column: number }>
  }

/** All that can be said of one file by itself. */
export type Examined = {
  path: string
  problems: Problem[]
  silences: Silence[]
  /** There when the post can be read. */
  facts?: Facts
  /** What `--fix` would do; some of it may turn out to stand in code. */
  edits: Edit[]
}

/** Reads and checks one file of posts/. Never throws. */
export async function examine(file: FileBytes, tools: Tools): Promise<Examined> {
  const { value: post, problems, source } = readSource(file)
  if (!source) return { path: file.path, problems, silences: [], edits: [] }
  const silences = silencesIn(source)
  const start = source.text.length - source.body.length
  const repairs = repairsOf(source.text, start)
    .map((edit) => ({ edit, line: placeIn(source.text, edit.from).line }))
    .filter(({ line }) => !isSilent(silences, { rule: 'encoding', line }))
    .map(({ edit }) => edit)
  const said = [...problems, ...brokenDirectives(file.path, source)]
  if (!post) return { path: file.path, problems: said, silences, edits: repairs }
  const subject = subjectOf(post, source)
  const found = findingsOf(subject, tools)
  const loud = found.filter(({ problem }) => !isSilent(silences, problem))
  return {
    path: file.path,
    problems: [...said, ...found.map(({ problem }) => problem), ...(await checkBody(post))],
    silences,
    facts: factsOf(post, source),
    edits: [...repairs, ...loud.flatMap(({ fix }) => fix ?? [])],
  }
}

function findingsOf(subject: Subject, tools: Tools): { problem: Problem; fix?: Edit[] }[] {
  const found = rules.flatMap((rule) => rule.find(subject, tools).map((finding) => ({ rule, finding })))
  const inBody = found.some(({ finding }) => 'at' in finding)
  const code = (inBody && mayHideCode(subject.post.body) && codeRanges(subject.post)) || []
  const isCode = (finding: Finding) =>
    'at' in finding && code.some(({ from, to }) => from <= finding.at && finding.at < to)
  const lineAt = lineFinder(subject.post.body)
  return found
    .filter(({ finding }) => !isCode(finding))
    .map(({ rule, finding }) => ({ problem: problemOf(subject, rule, finding, lineAt), fix: finding.fix }))
}

type LineAt = ReturnType<typeof lineFinder>

function problemOf({ post, place }: Subject, { name }: Rule, finding: Finding, lineAt: LineAt): Problem {
  const said = { severity: catalogue[name].severity, rule: name, message: finding.message }
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

const placed = ['slug', 'aliases', 'authors', 'categories', 'tags', 'series', 'related', 'image']

function factsOf(post: Post, { text, place, has }: Source): Facts {
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
    refers: references(post),
    mentions: [...new Set(mentions)],
    places: Object.fromEntries(
      placed.filter(has).map((key) => [key, place([key], key === 'image' ? 'key' : 'value')]),
    ),
  }
}
