import type { Problem } from '@/lib/content/problem'
import { authorPath } from '@/lib/urls'
import { resolveAliases } from '../alias-resolution'
import { authorIdAssigner } from '../author-file'
import type { ExistingFiles } from '../existing-files'
import { createFileCopier, type FileCopier, isFilePath } from '../file-copies'
import { assignFileNames, byAge, type PostFileName } from '../file-names'
import { type LooseDate, readLooseDate } from '../loose-date'
import type { CheckComplexity, ImportPlan } from '../plan'
import { openFolder, type SourceFolder } from '../source-folder'
import { createUrlMap, type UrlMap } from '../url-map'
import { textOf } from '../values'
import { addressesOf } from './addresses'
import { readAuthors } from './authors'
import { type People, peopleOf } from './bylines'
import { type JekyllConfig, readConfig } from './config'
import { formerUrls } from './fields'
import { mapListUrls } from './lists'
import { jekyllAddress } from './permalink'
import { type JekyllPost, readPosts } from './posts'

/** A post with what it needs the rest of the site for: its name here, and its old addresses that may lead to it. */
export type NamedJekyllPost = {
  post: JekyllPost
  date?: LooseDate
  day: string
  /** The address it was read under, from which its short links count. */
  address: string
  named: PostFileName
  aliases: string[]
}

export type JekyllSite = {
  folder: SourceFolder
  config: JekyllConfig
  posts: NamedJekyllPost[]
  people: People
  urlMap: UrlMap
  fileCopier: FileCopier
  addresses: ImportPlan['addresses']
  /** Redirects of whole lists, as next.config.js takes them. */
  rules: string[]
  problems: Problem[]
}

/** Reads a Jekyll site as a whole and decides what is called what here. Bodies are not converted yet. */
export function readSite(path: string, existing: ExistingFiles, weigh: CheckComplexity): JekyllSite {
  const folder = openFolder(path)
  const config = readConfig(folder)
  const { posts: all, problems: onPosts } = readPosts(folder, config)
  const { authors, problems: onAuthors } = readAuthors(folder, config)
  const problems: Problem[] = [...folder.problems, ...config.problems, ...onPosts, ...onAuthors]
  const warn = (file: string, rule: string, message: string, line?: number) =>
    problems.push({ file, line, severity: 'warning', rule, message })

  const posts = all.filter((post) => {
    const fault = weigh(post.body)
    const message = `${fault} The post was not imported.`
    if (fault) problems.push({ file: post.path, severity: 'error', rule: 'size', message })
    return !fault
  })
  const people = peopleOf(authors, authorIdAssigner(existing.authors))
  const named = withNames(withDates(posts, config, warn), existing)
  const claims = resolveAliases(named, existing)
  const book = createUrlMap()
  const aliases = new Map<string, string[]>()
  for (const { old, now, source, remark, isAlias } of claims) {
    if (isAlias) aliases.set(source, [...(aliases.get(source) ?? []), old])
    if (remark) warn(source, 'alias', remark)
    book.add(old, now)
  }
  // Liquid gives new addresses.
  for (const { named: name } of named) book.add(`/${name.slug}`, `/${name.slug}`)
  for (const { id } of people.all()) book.add(authorPath(id), authorPath(id))
  const own = claims.map(({ old, now, isAlias, remark }) => ({
    old,
    now,
    ...(!isAlias && remark ? { byHand: true as const } : {}),
  }))
  const ofAuthors = authorAddresses(people, folder, config)
  for (const { old, now } of ofAuthors) book.add(old, now)

  const rules = mapListUrls(posts, config, book)

  const shelf = createFileCopier(folder, config.source, (file, message) => warn(file, 'image', message))
  for (const file of folder.paths)
    if (file.startsWith(`${config.source}assets/`) && isFilePath(file))
      shelf.use(file.slice(config.source.length))
  const stories = named.map((story) => ({
    ...story,
    address: story.addresses[0] ?? '/',
    aliases: aliases.get(story.source) ?? [],
  }))
  return {
    folder,
    config,
    posts: stories,
    people,
    urlMap: book,
    fileCopier: shelf,
    addresses: [...own, ...ofAuthors],
    rules,
    problems,
  }
}
type Warn = (file: string, rule: string, message: string, line?: number) => void

/** Oldest first. A draft without a date gets the day of the newest post, since today would be another one tomorrow. */
function withDates(posts: JekyllPost[], config: JekyllConfig, warn: Warn) {
  const dated = posts.map((post) => {
    const written = textOf(post.all.date)
    const date = written === undefined ? undefined : readLooseDate(written, config.timeZone)
    if (written !== undefined && (!date || date.guessed)) {
      const taken = date?.written ?? post.day ?? 'none'
      warn(post.path, 'date', `"${written}" was read as ${taken}.`, post.lineOf('date'))
    }
    return {
      post,
      date: date ?? (post.day === undefined ? undefined : readLooseDate(post.day, config.timeZone)),
    }
  })
  const days = dated.flatMap(({ post, date }) => (post.kind === 'post' ? (date?.at.slice(0, 10) ?? []) : []))
  const last = days.sort().at(-1) ?? '2000-01-01'
  return dated
    .map(({ post, date }) => {
      const day = post.day ?? date?.at.slice(0, 10) ?? last
      if (!date && post.kind === 'post')
        warn(post.path, 'date', `There is no date. It was given that of the newest post, ${last}.`)
      return { post, date, day, source: post.path, addresses: addressesOf(post, date, config) }
    })
    .sort(byAge)
}

function withNames<T extends { post: JekyllPost; day: string; source: string; addresses: string[] }>(
  dated: T[],
  existing: ExistingFiles,
): (T & { named: PostFileName })[] {
  const wanted = dated.map(({ post, day, source, addresses }) => ({
    ...{ source, day, addresses, kind: post.kind, wanted: wantedSlug(post, addresses) },
  }))
  const names = assignFileNames(wanted, existing)
  return dated.flatMap((one) => {
    const named = names.get(one.source)
    return named ? [{ ...one, named }] : []
  })
}

/** An address of one part can stay what it was. */
function wantedSlug({ all, name, isDraft }: JekyllPost, [address = '']: string[]): string {
  const [, only] = /^\/([^/]+?)(?:\.html)?\/?$/.exec(isDraft ? '' : address) ?? []
  return only ?? textOf(all.slug) ?? name
}

function authorAddresses(
  people: People,
  folder: SourceFolder,
  config: JekyllConfig,
): ImportPlan['addresses'] {
  return people.all().flatMap(({ id, source }) => {
    if (!source || !folder.has(source) || !config.outputs('authors')) return []
    const now = authorPath(id)
    const name = source.replace(/^.*\/|\.[^.]*$/g, '')
    const facts = {
      basename: name,
      collection: 'authors',
      path: name,
      categories: [],
      at: '1970-01-01T00:00:00Z',
    }
    const own = config.baseurl + jekyllAddress(config.permalinkOf('authors'), facts)
    const former = formerUrls(people.dataOf(id)).map((old) => config.baseurl + old)
    return [own, ...former].map((old) =>
      old.replace(/\/$/, '') === now ? { old, now } : { old, now, byHand: true },
    )
  })
}
