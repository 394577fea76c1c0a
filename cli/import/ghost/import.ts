import type { Problem } from '@/lib/content/problem'
import { plainText } from '@/lib/text'
import { site } from '@/site.config'
import { authorIdAssigner } from '../author-file'
import type { ExistingFiles } from '../existing-files'
import { type HtmlPost, planHtmlSite } from '../html-site'
import type { ImportedAuthor } from '../imported-post'
import { type LooseDate, readLooseDate } from '../loose-date'
import type { CheckComplexity, ImportPlan } from '../plan'
import type { SourceFolder } from '../source-folder'
import { textOf } from '../values'
import { type GhostData, joinedRows, type Row, readGhost } from './export'
import { fallbackBody } from './fallback-body'

type Say = (file: string, rule: string, message: string) => void
type Context = { name: string; data: GhostData; people: Map<unknown, ImportedAuthor>; last: string; say: Say }

/** Reads a Ghost export and says what it comes to here. Writes nothing, and fetches nothing. */
export function importGhost(
  { name, json, files, origin = '' }: { name: string; json: string; files?: SourceFolder; origin?: string },
  existing: ExistingFiles,
  weigh: CheckComplexity,
): ImportPlan {
  const data = readGhost(json)
  const problems: Problem[] = []
  const say: Say = (file, rule, message) => problems.push({ file, severity: 'warning', rule, message })
  const people = peopleOf(data, existing)
  const rows = data.rows('posts')
  // A draft without a date that got one in the future would not show when it is published.
  const last =
    rows
      .filter(({ status }) => status !== 'scheduled')
      .flatMap((row) => dateOf(row.published_at)?.at.slice(0, 10) ?? [])
      .sort()
      .at(-1) ?? '2000-01-01'
  const stories = rows.map((row) => postOf(row, { name, data, people, last, say }))
  const [title, description] = [data.setting('title'), data.setting('description')]
  for (const key of ['codeinjection_head', 'codeinjection_foot', 'ghost_head', 'ghost_foot'])
    if (data.setting(key)) say(name, 'code', `The site's ${key} is code for every page and was left out.`)
  const hints = [
    ...(title ? [`site.config.ts  name: ${JSON.stringify(title)}`] : []),
    ...(description ? [`site.config.ts  description: ${JSON.stringify(description)}`] : []),
    ...(data.setting('timezone')
      ? [`site.config.ts  timeZone: ${JSON.stringify(data.setting('timezone'))}`]
      : []),
  ]
  return planHtmlSite(
    { origin, posts: stories, problems, people: [...people.values()], hints },
    files,
    existing,
    weigh,
  )
}

const dateOf = (value: unknown): LooseDate | undefined => {
  const text = typeof value === 'number' ? new Date(value).toISOString() : textOf(value)
  // Ghost keeps UTC, with or without saying so.
  const utc = text && /\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) ? `${text} +00:00` : text
  return utc === undefined ? undefined : readLooseDate(utc, 'UTC')
}

/** E-mail addresses are no part of what the site showed, so they stay behind. */
function peopleOf({ rows }: GhostData, existing: ExistingFiles): Map<unknown, ImportedAuthor> {
  const idFor = authorIdAssigner(existing.authors)
  return new Map(
    rows('users').map((user) => {
      const name = textOf(user.name) ?? textOf(user.slug) ?? 'Author'
      const handle = (key: string, base: string) => {
        const found = textOf(user[key])?.replace(/^@/, '')
        return found ? [{ label: key, url: `${base}${found}` }] : []
      }
      const website = textOf(user.website)
      const links = [
        ...(website ? [{ url: website }] : []),
        ...handle('twitter', 'https://twitter.com/'),
        ...handle('facebook', 'https://www.facebook.com/'),
      ]
      const image = withoutHost(textOf(user.profile_image))
      const id = idFor(textOf(user.slug) ?? name, name)
      return [user.id, { id, name, links, image, bio: textOf(user.bio) ?? '', kept: {} }]
    }),
  )
}

const withoutHost = (text: string | undefined) => text?.replaceAll('__GHOST_URL__', '')

function postOf(row: Row, { name, data, people, last, say }: Context): HtmlPost {
  const slug = textOf(row.slug) ?? String(row.id)
  const source = `${name}#${slug}`
  const warn = (rule: string, message: string) => say(source, rule, message)
  const status = textOf(row.status) ?? 'draft'
  const isForAll = (textOf(row.visibility) ?? 'public') === 'public'
  const isPublic = (status === 'published' || status === 'scheduled') && isForAll
  if (!isForAll) warn('status', `Only ${textOf(row.visibility)} were to read it. It is a draft here.`)
  if (status === 'sent') warn('status', 'It was only sent by e-mail. It is a draft here.')
  const date = dateOf(row.published_at) ?? dateOf(row.created_at)
  if (!date) warn('date', `There is no date. It was given that of the newest post, ${last}.`)
  const meta = data.rows('posts_meta').find(({ post_id }) => post_id === row.id) ?? {}
  const image = withoutHost(textOf(row.feature_image) ?? textOf(row.image))
  const picture = { alt: textOf(meta.feature_image_alt), caption: textOf(meta.feature_image_caption) }
  const authors = [...joinedRows(data, 'posts_authors', row.id, 'author_id'), row.author_id]
  const tags = joinedRows(data, 'posts_tags', row.id, 'tag_id').flatMap((id): Row[] =>
    data.rows('tags').filter((tag) => tag.id === id),
  )
  const open = tags.filter((tag) => tag.visibility !== 'internal' && !String(tag.name).startsWith('#'))
  const internal = tags.filter((tag) => !open.includes(tag)).map((tag) => tag.name)
  const kept = keptOf(row, warn)
  return {
    ...{
      source,
      html: bodyOf(row, warn),
      date,
      image,
      kept: internal.length > 0 ? { ...kept, tags: internal } : kept,
    },
    kind: textOf(row.type) === 'page' || row.page === 1 || row.page === true ? 'page' : 'post',
    ...{
      wanted: slug,
      day: date?.at.slice(0, 10) ?? last,
      addresses: isPublic ? [`/${encodeURI(slug)}/`] : [],
    },
    authors: [...new Set(authors.flatMap((id) => people.get(id)?.id ?? []))],
    fields: {
      title: row.title,
      description:
        textOf(row.custom_excerpt) ?? textOf(meta.meta_description) ?? textOf(row.meta_description),
      seoTitle: meta.meta_title ?? row.meta_title,
      // The first tag is what Ghost calls the primary one; a section here only where there is one of that name.
      ...sectionAndTags(open.flatMap((tag) => textOf(tag.name) ?? textOf(tag.slug) ?? [])),
      ...{
        draft: !isPublic,
        featured: row.featured === 1 || row.featured === true,
        canonical: row.canonical_url,
      },
      image: image && {
        src: image,
        ...Object.fromEntries(
          Object.entries(picture).flatMap(([key, text]) => (text ? [[key, plainText(text)]] : [])),
        ),
      },
    },
  }
}

function sectionAndTags(names: string[]) {
  const sections: string[] = site.sections.map((section) => section.name.toLowerCase())
  const [first = ''] = names
  return sections.includes(first.toLowerCase())
    ? { categories: [first], tags: names.slice(1) }
    : { tags: names }
}

/** Code for the page of one post never runs here; it is kept where it can be read. */
function keptOf(row: Row, warn: (rule: string, message: string) => void): Row {
  return Object.fromEntries(
    ['codeinjection_head', 'codeinjection_foot', 'custom_template'].flatMap((key) => {
      const text = textOf(row[key])
      if (text && key !== 'custom_template')
        warn('code', `Its ${key} is kept under "imported" and never runs.`)
      return text ? [[key, text]] : []
    }),
  )
}

function bodyOf(row: Row, warn: (rule: string, message: string) => void): string {
  const notation = textOf(row.lexical) ?? textOf(row.mobiledoc)
  const html = typeof row.html === 'string' && row.html !== '' ? row.html : undefined
  const rescued = html === undefined && notation !== undefined ? fallbackBody(notation) : undefined
  if (rescued !== undefined)
    warn('body', 'There is no HTML of it in the export. Its words were taken from the editor’s notation.')
  if (html === undefined && notation !== undefined && rescued === undefined)
    warn('body', 'Its text cannot be read. Export it again.')
  const body = html ?? rescued ?? textOf(row.plaintext) ?? ''
  return body.replaceAll('__GHOST_URL__', '').replace(/<!--\s*kg-card-(?:begin|end):[^>]*-->/g, '')
}
