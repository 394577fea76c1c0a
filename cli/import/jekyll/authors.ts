import type { Problem } from '@/lib/content/problem'
import { slugify } from '@/lib/text'
import type { ImportedAuthor } from '../imported-post'
import type { SourceFolder } from '../source-folder'
import { readSourceText } from '../source-text'
import { firstText, isRecord, listOf, textOf } from '../values'
import { readYaml } from '../yaml'
import type { JekyllConfig } from './config'
import { splitJekyllFile } from './front-matter'

/** Someone the old site knows: by which name posts call them, and what is said of them. */
export type JekyllAuthor = {
  key: string
  data: Record<string, unknown>
  bio: string
  /** The file in `_authors`, where there is one. */
  file?: string
}

/** Authors of `_authors`, `_data/authors` and `_config.yml`. Who is in several has what each of them says, first come. */
export function readAuthors(folder: SourceFolder, config: JekyllConfig) {
  const problems: Problem[] = []
  const found = new Map<string, JekyllAuthor>()
  const add = (author: JekyllAuthor) => {
    const known = found.get(slugify(author.key))
    if (!known) found.set(slugify(author.key), author)
    else known.data = { ...author.data, ...known.data }
  }
  const addAll = (table: unknown) => {
    if (!isRecord(table)) return
    for (const [key, value] of Object.entries(table))
      add({ key, data: isRecord(value) ? value : { name: value }, bio: '' })
  }
  for (const path of folder.paths) {
    const inFolder = path.startsWith(`${config.collections}_authors/`) && /\.(?:md|markdown|html)$/.test(path)
    const inData = new RegExp(`^${escapeRegExp(config.source)}_data/authors\\.(?:ya?ml|json)$`).test(path)
    if (!inFolder && !inData) continue
    const { text = '', remarks } = readSourceText(folder.read(path), 1024 * 1024)
    const split = inFolder ? splitJekyllFile(text) : undefined
    const { data, fault } = split ? { data: split.data, fault: undefined } : readYaml(inData ? text : '')
    const messages = [
      ...remarks,
      ...(split?.remarks ?? []).map(({ message }) => message),
      ...(fault ? [fault.message] : []),
    ]
    for (const message of messages)
      problems.push({ file: path, line: fault?.line, severity: 'warning', rule: 'author', message })
    const name = path.replace(/^.*\/|\.[^.]*$/g, '')
    if (inFolder) add({ key: name, data, bio: split?.body ?? '', file: path })
    else addAll(data)
  }
  const { authors, author } = config.data
  addAll(authors)
  const main = isRecord(author) ? firstText(author, ['username', 'name']) : undefined
  if (isRecord(author) && main && !found.has(slugify(main))) add({ key: main, data: author, bio: '' })
  return { authors: [...found.values()], problems }
}

const used = new Set(
  'name full_name display_name first_name last_name role title position job bio description email url uri website web home links picture image avatar photo published layout slug permalink redirect_from'.split(
    ' ',
  ),
)
const profiles: Record<string, string> = {
  ...{
    twitter: 'https://twitter.com/',
    github: 'https://github.com/',
    instagram: 'https://www.instagram.com/',
  },
  ...{
    linkedin: 'https://www.linkedin.com/in/',
    facebook: 'https://www.facebook.com/',
    medium: 'https://medium.com/@',
  },
}

/** What is said of an author, in our words. */
export function personOf({ key, data, bio, file }: JekyllAuthor): Omit<ImportedAuthor, 'id'> {
  const parts = [textOf(data.first_name), textOf(data.last_name)].filter(Boolean).join(' ')
  const name = firstText(data, ['full_name', 'display_name']) ?? (parts || textOf(data.name) || key)
  const links = [
    ...listOf(data.links).flatMap(linkOf),
    ...['url', 'uri', 'website', 'web', 'home'].flatMap((one) => linkOf(data[one])),
    ...Object.entries(profiles).flatMap(([one, base]) => {
      const handle = textOf(data[one])?.replace(/^@/, '')
      return handle ? [{ label: one, url: /^https?:/.test(handle) ? handle : base + handle }] : []
    }),
  ]
  return {
    ...{ source: file, name, links },
    role: firstText(data, ['role', 'title', 'position', 'job']),
    image: firstText(data, ['picture', 'image', 'avatar', 'photo']),
    email: textOf(data.email)?.replace(/^mailto:/, ''),
    bio: bio.trim() === '' ? (firstText(data, ['bio', 'description']) ?? '') : bio,
    kept: Object.fromEntries(
      Object.entries(data).filter(
        ([one, value]) => !used.has(one) && !Object.hasOwn(profiles, one) && value !== null,
      ),
    ),
  }
}

function linkOf(value: unknown): { label?: string; url: string }[] {
  if (isRecord(value)) {
    const url = firstText(value, ['url', 'link'])
    return url ? [{ label: firstText(value, ['label', 'title']), url }] : []
  }
  const url = textOf(value)
  return url ? [{ url: /^[a-z]+:|^\//i.test(url) ? url : `https://${url}` }] : []
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
