import type { Problem } from '@/lib/content/problem'
import { readLooseDate } from '../loose-date'
import type { SourceFolder } from '../source-folder'
import { readSourceText } from '../source-text'
import { listOf, textOf } from '../values'
import type { JekyllConfig } from './config'
import { type JekyllFile, splitJekyllFile } from './front-matter'

/** A post or draft of the old site, as Jekyll knows it. */
export type JekyllPost = JekyllFile & {
  path: string
  kind: 'post' | 'page'
  isDraft: boolean
  isHtml: boolean
  /** Of the file's name: the day, and what is left without it and the ending. */
  day?: string
  name: string
  /** The front matter with the defaults of `_config.yml` below it. */
  all: Record<string, unknown>
  categories: string[]
  tags: string[]
}

const markdown = /\.(?:md|markdown|mkdown|mkdn|mkd)$/i
const dated = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)$/

/** The posts and drafts of the site, and remarks on what is none though it lies among them. */
export function readPosts(folder: SourceFolder, config: JekyllConfig) {
  const problems: Problem[] = []
  const posts = folder.paths.flatMap((path) => {
    const place = placeOf(path, config)
    if (!place) return []
    const say = (message: string, line?: number) =>
      problems.push({ file: path, line, severity: 'warning', rule: 'file', message })
    return place.kind === 'page'
      ? readPage(folder, config, path, say)
      : readFile(folder, config, path, place, say)
  })
  return { posts, problems }
}

type Place = { kind: 'posts' | 'drafts' | 'page'; above: string[] }
type Say = (message: string, line?: number) => void

/** Whether a file is a post, a draft or a page, and the folders above `_posts`, which are categories. */
function placeOf(path: string, { source, collections, isExcluded }: JekyllConfig): Place | undefined {
  const base = path.startsWith(collections) ? collections : source
  if (!path.startsWith(base)) return undefined
  const found = /^((?:[^_/][^/]*\/)*)_(posts|drafts)\//.exec(path.slice(base.length))
  if (found)
    return {
      kind: found[2] === 'posts' ? 'posts' : 'drafts',
      above: (found[1] ?? '').split('/').filter(Boolean),
    }
  const isPage =
    !/(?:^|\/)_|^assets\//.test(path.slice(base.length)) &&
    /\.(?:html?|md|markdown|mkdown|mkdn|mkd)$/i.test(path)
  return isPage && !isExcluded(path.slice(source.length)) ? { kind: 'page', above: [] } : undefined
}

/** A standing page; one that lists things, like the front page, is made of Liquid and HTML and of no use here. */
function readPage(folder: SourceFolder, config: JekyllConfig, path: string, say: Say): JekyllPost[] {
  const { text, remarks } = readSourceText(folder.read(path))
  const split = text === undefined ? undefined : splitJekyllFile(text)
  if (text !== undefined && !split) return []
  for (const remark of remarks) say(remark)
  const name = path.replace(/^.*\/|\.[^.]*$/g, '')
  const isOfNoUse = !markdown.test(path) || /^(?:index|404)$/.test(name) || split?.data.layout === 'home'
  if (isOfNoUse) say('This page was not imported. Pages that list stories are made by the site itself.')
  if (!split || isOfNoUse) return []
  const all = { ...config.defaultsFor(path, 'pages'), ...withoutEmpty(split.data) }
  for (const { line, message } of split.remarks) say(message, line)
  return [
    { ...split, path, kind: 'page', isDraft: false, isHtml: false, name, all, categories: [], tags: [] },
  ]
}

function readFile(
  folder: SourceFolder,
  config: JekyllConfig,
  path: string,
  { kind, above }: Place,
  say: Say,
): JekyllPost[] {
  const isDraft = kind === 'drafts'
  const file = path.slice(path.lastIndexOf('/') + 1)
  const isHtml = /\.html?$/i.test(file)
  if (!isHtml && !markdown.test(file)) {
    say('This is neither Markdown nor HTML, so it was not imported.')
    return []
  }
  const { text, remarks } = readSourceText(folder.read(path))
  for (const remark of remarks) say(remark)
  if (text === undefined) return []
  const split = splitJekyllFile(text)
  if (!split) say('There is no front matter, so Jekyll does not publish it. It was imported as a draft.')
  const { remarks: onHead, ...parts } = split ?? { ...bare, body: text, remarks: [] }
  for (const { line, message } of onHead) say(message, line)
  const stem = file.replace(/\.[^.]*$/, '')
  const [, day, rest = stem] = dated.exec(stem) ?? []
  if (!day && !isDraft && split)
    say('There is no date in its name, so Jekyll does not publish it. It was imported as a draft.')
  const all = { ...config.defaultsFor(path, isDraft ? 'drafts' : 'posts'), ...withoutEmpty(parts.data) }
  return [
    {
      ...parts,
      remarks: [],
      kind: 'post',
      ...{ path, isHtml, all, isDraft: isDraft || !day || !split },
      ...{ day: day && readLooseDate(day, 'UTC')?.written, name: rest.replace(/\.+$/, '') },
      categories: unique([...above, ...terms(all.category, false), ...terms(all.categories, true)]),
      tags: unique([...terms(all.tag, false), ...terms(all.tags, true)]),
    },
  ]
}

const bare = { data: {}, bodyLine: 1, lineOf: () => 1 }

const withoutEmpty = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== ''))

/** `categories: a b` are two, `category: a b` is one. */
function terms(value: unknown, isPlural: boolean): string[] {
  if (typeof value === 'string' && isPlural && !value.includes(',')) return value.split(/\s+/).filter(Boolean)
  const list = typeof value === 'string' && isPlural ? value.split(',') : listOf(value)
  return list.flatMap((one) => textOf(one) ?? [])
}

const unique = (list: string[]) => [...new Set(list)]
