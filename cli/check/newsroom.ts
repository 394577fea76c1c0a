import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseAuthor } from '@/lib/content/author'
import { listSourceFiles } from '@/lib/content/files'
import { parsePost } from '@/lib/content/post'
import { byPosition, type Problem } from '@/lib/content/problem'
import { addressFile } from '@/lib/lint/cross-file/addresses'
import { checkSnapshot } from '@/lib/lint/cross-file/cross-file'
import { createFrontLookups } from '@/lib/lint/cross-file/front'
import type { SiteSnapshot } from '@/lib/lint/cross-file/site-snapshot'
import type { LintedPost, LintResult } from '@/lib/lint/lint-file'
import { applySuppressions } from '@/lib/lint/suppressions'
import { readGoneFile } from '@/lib/store/gone'
import { readPreviewsFile } from '@/lib/store/preview-revocations'
import { readFrontPageFile } from '@/lib/store/sync/front-page'
import { articlePath } from '@/lib/urls'
import { findGitLinks } from './git-links'
import { lintAll } from './lint-all'
import { checkPublicFiles } from './public-files'

/** All that is known of a newsroom after every file has been read. */
export type Newsroom = {
  root: string
  now: number
  /** Sorted by place; what an author has silenced is not among them. */
  problems: Problem[]
  posts: LintedPost[]
  lintedFiles: LintResult[]
}

type Options = { root: string; now: number; onProgress?: (done: number, total: number) => void }

/** Reads posts/, authors/ and public/ of a repository from scratch and applies every rule. Writes nothing. */
export async function checkNewsroom({ root, now, onProgress = () => {} }: Options): Promise<Newsroom> {
  const [posts, authors] = await Promise.all([
    listSourceFiles(root, 'posts'),
    listSourceFiles(root, 'authors'),
  ])
  const paths = posts.files.map(({ path }) => path)
  const [examined, { pictures, problems: inPublic }, links] = await Promise.all([
    lintAll(root, paths, (done) => onProgress(done, paths.length)),
    checkPublicFiles(root),
    findGitLinks(root),
  ])
  const read = authors.files.map(({ path }) => parseAuthor({ path, bytes: readFileSync(join(root, path)) }))
  const people = read.flatMap(({ value }) => value ?? [])
  const facts = examined.flatMap((one) => one.post ?? [])
  const broken = examined.filter((one) => !one.post).map(({ path }) => path)
  const gone = await readGoneFile(root, (path) => postAtPath(facts, path))
  const across = await checkSnapshot({
    now,
    posts: facts,
    authors: people,
    pictures,
    isFile: (path) => isFile(join(root, 'public', path)),
    anchorIds: anchorsIn(root),
    addresses: readAddresses(root),
    goneAddresses: (gone.value ?? []).map(({ path }) => path),
    invalidPaths: broken,
  })
  const front = await readFrontPageFile(root, createFrontLookups(facts, people, broken), now)
  const all = [
    ...[...posts.problems, ...authors.problems, ...inPublic],
    // A link that the disk has too is named once.
    ...links.filter(({ file }) => !inPublic.some((problem) => problem.file === file)),
    ...read.flatMap(({ problems }) => problems),
    ...front.problems,
    ...(await readPreviewsFile(root)).problems,
    ...gone.problems,
    ...examined.flatMap(({ problems }) => problems),
    // Without the folder every name would be unknown, and every post wrong.
    ...across.filter(
      ({ rule }) => rule !== 'author' || authors.files.length > 0 || authors.problems.length === 0,
    ),
  ]
  return {
    root,
    now,
    problems: withoutSilenced(all, examined).sort(byPosition),
    posts: facts,
    lintedFiles: examined,
  }
}

function withoutSilenced(problems: Problem[], examined: LintResult[]): Problem[] {
  const byFile = new Map<string, Problem[]>()
  for (const problem of problems) {
    const others = byFile.get(problem.file)
    if (others) others.push(problem)
    else byFile.set(problem.file, [problem])
  }
  for (const { path, suppressions: silences } of examined) {
    if (silences.length > 0) byFile.set(path, applySuppressions(path, silences, byFile.get(path) ?? []))
  }
  return [...byFile.values()].flat()
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** The file of the post that answers at a path, now or at its time. */
const postAtPath = (posts: LintedPost[], path: string) =>
  posts.find(({ draft, slug, aliases }) => !draft && (articlePath(slug) === path || aliases.includes(path)))
    ?.path

/** The list of the last release; undefined where there is none yet. */
export function readAddresses(root: string): string | undefined {
  const path = join(root, addressFile)
  return isFile(path) ? readFileSync(path, 'utf8') : undefined
}

/** Pages are read once, however many links lead to a part of them. */
function anchorsIn(root: string): SiteSnapshot['anchorIds'] {
  const known = new Map<string, Promise<ReadonlySet<string>>>()
  return ({ path }) => {
    const found = known.get(path) ?? readAnchors(root, path)
    known.set(path, found)
    return found
  }
}

/** Of a text that cannot be shown nobody knows the anchors; that it cannot is said elsewhere. */
async function readAnchors(root: string, path: string): Promise<ReadonlySet<string>> {
  const { collectAnchorIds } = await import('@/lib/render/anchors')
  const { value: post } = parsePost({ path, bytes: readFileSync(join(root, path)) })
  return post ? collectAnchorIds(post).catch(() => new Set<string>()) : new Set()
}
