import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { frontIn } from '@/lib/archive/front'
import { goneIn } from '@/lib/archive/gone'
import { previewsIn } from '@/lib/archive/previews'
import { checkAcross } from '@/lib/check/across/across'
import { addressFile } from '@/lib/check/across/addresses'
import { frontFacts } from '@/lib/check/across/front'
import type { World } from '@/lib/check/across/world'
import type { Examined, Facts } from '@/lib/check/examine'
import { applySilences } from '@/lib/check/silence'
import { readAuthor } from '@/lib/content/author'
import { listFiles } from '@/lib/content/files'
import { readPost } from '@/lib/content/post'
import { byPlace, type Problem } from '@/lib/content/problem'
import { articlePath } from '@/lib/urls'
import { examineAll } from './examine-all'
import { submodules } from './git-links'
import { publicFiles } from './pictures'

/** All that is known of a newsroom after every file has been read. */
export type Newsroom = {
  root: string
  now: number
  /** Sorted by place; what an author has silenced is not among them. */
  problems: Problem[]
  posts: Facts[]
  examined: Examined[]
}

type Options = { root: string; now: number; onProgress?: (done: number, total: number) => void }

/** Reads posts/, authors/ and public/ of a repository from scratch and applies every rule. Writes nothing. */
export async function checkNewsroom({ root, now, onProgress = () => {} }: Options): Promise<Newsroom> {
  const [posts, authors] = await Promise.all([listFiles(root, 'posts'), listFiles(root, 'authors')])
  const paths = posts.files.map(({ path }) => path)
  const [examined, { pictures, problems: inPublic }, links] = await Promise.all([
    examineAll(root, paths, (done) => onProgress(done, paths.length)),
    publicFiles(root),
    submodules(root),
  ])
  const read = authors.files.map(({ path }) => readAuthor({ path, bytes: readFileSync(join(root, path)) }))
  const people = read.flatMap(({ value }) => value ?? [])
  const facts = examined.flatMap((one) => one.facts ?? [])
  const broken = examined.filter((one) => !one.facts).map(({ path }) => path)
  const answering = postsByAddress(facts)
  const gone = await goneIn(root, (path) => answering.get(path))
  const across = await checkAcross({
    now,
    posts: facts,
    authors: people,
    pictures,
    isFile: (path) => isFile(join(root, 'public', path)),
    anchors: anchorsIn(root),
    addresses: readAddresses(root),
    gone: (gone.value ?? []).map(({ path }) => path),
    broken,
  })
  const front = await frontIn(root, frontFacts(facts, people, broken), now)
  const all = [
    ...[...posts.problems, ...authors.problems, ...inPublic],
    // A link that the disk has too is named once.
    ...links.filter(({ file }) => !inPublic.some((problem) => problem.file === file)),
    ...read.flatMap(({ problems }) => problems),
    ...front.problems,
    ...(await previewsIn(root)).problems,
    ...gone.problems,
    ...examined.flatMap(({ problems }) => problems),
    // Without the folder every name would be unknown, and every post wrong.
    ...across.filter(
      ({ rule }) => rule !== 'author' || authors.files.length > 0 || authors.problems.length === 0,
    ),
  ]
  return { root, now, problems: withoutSilenced(all, examined).sort(byPlace), posts: facts, examined }
}

function withoutSilenced(problems: Problem[], examined: Examined[]): Problem[] {
  const byFile = new Map<string, Problem[]>()
  for (const problem of problems) {
    const others = byFile.get(problem.file)
    if (others) others.push(problem)
    else byFile.set(problem.file, [problem])
  }
  for (const { path, silences } of examined) {
    if (silences.length > 0) byFile.set(path, applySilences(path, silences, byFile.get(path) ?? []))
  }
  return [...byFile.values()].flat()
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** The file of the post that answers at each address, now or at its time. */
const postsByAddress = (posts: Facts[]) =>
  new Map(
    posts.flatMap(({ draft, slug, aliases, path }) =>
      draft ? [] : [articlePath(slug), ...aliases].map((address) => [address, path] as const),
    ),
  )

/** The list of the last release; undefined where there is none yet. */
export function readAddresses(root: string): string | undefined {
  const path = join(root, addressFile)
  return isFile(path) ? readFileSync(path, 'utf8') : undefined
}

/** Pages are read once, however many links lead to a part of them. */
function anchorsIn(root: string): World['anchors'] {
  const known = new Map<string, Promise<ReadonlySet<string>>>()
  return ({ path }) => {
    const found = known.get(path) ?? readAnchors(root, path)
    known.set(path, found)
    return found
  }
}

/** Of a text that cannot be shown nobody knows the anchors; that it cannot is said elsewhere. */
async function readAnchors(root: string, path: string): Promise<ReadonlySet<string>> {
  const { anchorsOf } = await import('@/lib/mdx/anchors')
  const { value: post } = readPost({ path, bytes: readFileSync(join(root, path)) })
  return post ? anchorsOf(post).catch(() => new Set<string>()) : new Set()
}
