import type { Problem } from '@/lib/content/problem'
import { slugify } from '@/lib/text'
import { authorIdAssigner } from '../author-file'
import type { ExistingFiles } from '../existing-files'
import { type HtmlPost, planHtmlSite } from '../html-site'
import type { ImportedAuthor } from '../imported-post'
import type { CheckComplexity, ImportPlan } from '../plan'
import { createReporter } from '../report'
import type { SourceFolder } from '../source-folder'
import { resolveOwnUrl } from '../url-map'
import { wordpressHtml } from './body'
import { wordpressDate } from './dates'
import { all, readWxr, textAt, type XmlElement } from './wxr'

type Attachment = { url: string; alt: string; caption: string }
type Say = (file: string, rule: string, message: string, line?: number) => void

/** Reads a WordPress export and says what it comes to here. Writes nothing, and fetches nothing. */
export function importWordpress(
  { name, xml, files }: { name: string; xml: string; files?: SourceFolder },
  existing: ExistingFiles,
  weigh: CheckComplexity,
): ImportPlan {
  const channel = readWxr(xml)
  const items = all(channel, 'item')
  const problems: Problem[] = []
  const say: Say = (file, rule, message, line) =>
    problems.push({ file, line, severity: 'warning', rule, message })
  const origin = (textAt(channel, 'wp:base_blog_url') || textAt(channel, 'link')).replace(/\/+$/, '')
  const attachments = new Map(
    items
      .filter((item) => typeOf(item) === 'attachment')
      .map((item) => [textAt(item, 'wp:post_id'), attachmentOf(item)]),
  )
  const people = peopleOf(channel, existing)
  const sourceOf = (item: XmlElement) => `${name}#${textAt(item, 'wp:post_id')}`
  const taken = items.filter((item) => isImportable(item, sourceOf(item), say))
  // A draft without a date that got one in the future would not show when it is published.
  const days = taken
    .filter((item) => textAt(item, 'wp:status') !== 'future')
    .flatMap((item) => textAt(item, 'wp:post_date').match(/^(?!0000)\d{4}-\d\d-\d\d/)?.[0] ?? [])
    .sort()
  const last = days.at(-1) ?? '2000-01-01'
  const posts = taken.map((item) =>
    postOf(item, { source: sourceOf(item), attachments, people, last, origin, say, problems }),
  )
  const bySource = new Map(taken.map((item) => [textAt(item, 'wp:post_id'), sourceOf(item)]))
  const site = {
    ...{ origin, posts, problems, people: [...people.values()] },
    hints: hintsOf(channel, items, origin),
    sourceAtQuery: (url: string) => {
      const { path = '', rest = '' } = resolveOwnUrl(url, { origin, baseurl: '', address: '/' }) ?? {}
      const id = isFront(path, origin) || path === '/' ? question.exec(rest)?.[1] : undefined
      return id === undefined ? undefined : bySource.get(id)
    },
  }
  return planHtmlSite(site, files, existing, weigh)
}

const typeOf = (item: XmlElement) => textAt(item, 'wp:post_type')

/** Posts and pages that somebody wrote and did not throw away; menus, revisions and the like belong to WordPress. */
function isImportable(item: XmlElement, source: string, say: Say): boolean {
  const [type, status] = [typeOf(item), textAt(item, 'wp:status')]
  if (type === 'attachment') return false
  if (type !== 'post' && type !== 'page')
    say(source, 'type', `"${type}" is neither a post nor a page, so it was not imported.`, item.line)
  else if (status === 'trash' || status === 'auto-draft')
    say(
      source,
      'status',
      `It was in the ${status === 'trash' ? 'trash' : 'list of empty drafts'}, so it was not imported.`,
      item.line,
    )
  else return true
  return false
}

function attachmentOf(item: XmlElement): Attachment {
  return {
    url: textAt(item, 'wp:attachment_url'),
    alt: metaOf(item).get('_wp_attachment_image_alt') ?? '',
    caption: textAt(item, 'excerpt:encoded'),
  }
}

const metaOf = (item: XmlElement) =>
  new Map(
    all(item, 'wp:postmeta').map((meta) => [textAt(meta, 'wp:meta_key'), textAt(meta, 'wp:meta_value')]),
  )

/** By their login. Their e-mail addresses are no part of what the site showed, so they stay behind. */
function peopleOf(channel: XmlElement, existing: ExistingFiles): Map<string, ImportedAuthor> {
  const idFor = authorIdAssigner(existing.authors)
  const listed = all(channel, 'wp:author').map((author) => ({
    login: textAt(author, 'wp:author_login'),
    name: textAt(author, 'wp:author_display_name') || textAt(author, 'wp:author_login'),
  }))
  const named = all(channel, 'item')
    .filter((item) => typeOf(item) === 'post')
    .map((item) => ({ login: textAt(item, 'dc:creator'), name: textAt(item, 'dc:creator') }))
  const people = new Map<string, ImportedAuthor>()
  for (const { login, name } of [...listed, ...named])
    if (login && !people.has(login))
      people.set(login, { id: idFor(login, name), name, links: [], bio: '', kept: {} })
  return people
}

type Context = {
  source: string
  attachments: Map<string, Attachment>
  people: Map<string, ImportedAuthor>
  last: string
  origin: string
  say: Say
  problems: Problem[]
}

function postOf(
  item: XmlElement,
  { source, attachments, people, last, origin, say, problems }: Context,
): HtmlPost {
  const meta = metaOf(item)
  const status = textAt(item, 'wp:status')
  const content = item.children.find(({ name }) => name === 'content:encoded')
  const { problems: onBody, say: sayOfBody } = createReporter(
    source,
    content?.text ?? '',
    content?.line ?? item.line,
  )
  const html = wordpressHtml(content?.text ?? '', { say: sayOfBody, pictureOf: (id) => attachments.get(id) })
  problems.push(...onBody)
  const warn = (rule: string, message: string) => say(source, rule, message, item.line)
  const date = wordpressDate(textAt(item, 'wp:post_date'), textAt(item, 'wp:post_date_gmt'))
  if (!date) warn('date', `There is no date. It was given that of the newest post, ${last}.`)
  const isSecret = textAt(item, 'wp:post_password') !== ''
  const isPublic = (status === 'publish' || status === 'future') && !isSecret
  if (status === 'private' || isSecret) warn('status', 'Not everybody was to read it. It is a draft here.')
  const comments = all(item, 'wp:comment').length
  if (comments > 0) warn('comments', `Its comments were not imported: ${comments}.`)
  const thumbnail = attachments.get(meta.get('_thumbnail_id') ?? '')
  const terms = (domain: string) =>
    all(item, 'category')
      .filter(({ attributes }) => attributes.domain === domain)
      .map(({ text }) => text.trim())
  const author = people.get(textAt(item, 'dc:creator'))
  return {
    ...{ source, line: item.line, html, date, kind: typeOf(item) === 'page' ? 'page' : 'post' },
    wanted: decoded(textAt(item, 'wp:post_name')) || textAt(item, 'title'),
    day: date?.at.slice(0, 10) ?? last,
    addresses: isPublic ? addressOf(textAt(item, 'link'), origin) : [],
    authors: author ? [author.id] : [],
    image: thumbnail?.url,
    fields: {
      title: textAt(item, 'title'),
      description: textAt(item, 'excerpt:encoded') || meta.get('_yoast_wpseo_metadesc'),
      seoTitle: plainSeo(meta.get('_yoast_wpseo_title')),
      ...{ categories: terms('category'), tags: terms('post_tag') },
      ...{ draft: !isPublic, featured: textAt(item, 'wp:is_sticky') === '1' },
      image: thumbnail && {
        src: thumbnail.url,
        alt: thumbnail.alt,
        ...(thumbnail.caption ? { caption: thumbnail.caption } : {}),
      },
    },
    kept: Object.fromEntries([...meta].filter(([key, value]) => key && !key.startsWith('_') && value !== '')),
  }
}

/** A title with `%%sitename%%` in it is a rule, not a title. */
const plainSeo = (title: string | undefined) => (title && !title.includes('%%') ? title : undefined)

/** Where nobody chose another form, an address is a question to the front page: `/?p=12`. */
const question = /^\?(?:p|page_id)=(\d+)/

function addressOf(link: string, origin: string): string[] {
  const home = `${origin || 'http://old.invalid'}/`
  if (!URL.canParse(link, home)) return []
  const { pathname, search } = new URL(link, home)
  const path = pathname.replaceAll("'", '%27')
  if (!isFront(pathname, origin)) return [path]
  return question.test(search) ? [path + search] : []
}

/** A blog may lie in a folder of its site, and its front page with it. */
function isFront(path: string, origin: string): boolean {
  const front = URL.canParse(origin) ? new URL(origin).pathname : '/'
  return path.replace(/\/$/, '') === front.replace(/\/$/, '')
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

function hintsOf(channel: XmlElement, items: XmlElement[], origin: string): string[] {
  const odd = [
    ...all(channel, 'wp:category').map((one) => ({
      old: 'category',
      nice: textAt(one, 'wp:category_nicename'),
      name: textAt(one, 'wp:cat_name'),
    })),
    ...all(channel, 'wp:tag').map((one) => ({
      old: 'tag',
      nice: textAt(one, 'wp:tag_slug'),
      name: textAt(one, 'wp:tag_name'),
    })),
  ].filter(({ nice, name }) => nice && slugify(name) && nice !== slugify(name))
  const hidden = items
    .flatMap((item) => all(item, 'wp:postmeta'))
    .filter((meta) => textAt(meta, 'wp:meta_key').startsWith('_')).length
  return [
    `site.config.ts  name: ${JSON.stringify(textAt(channel, 'title'))}`,
    `site.config.ts  description: ${JSON.stringify(textAt(channel, 'description'))}`,
    ...(origin ? [`environment     SITE_URL=${origin}`] : []),
    ...odd.map(
      ({ old, nice, name }) =>
        `next.config.js  redirects: { source: '/${old}/${nice}', destination: '/${old}/${slugify(name)}', permanent: true }`,
    ),
    ...(hidden > 0
      ? [`post meta       that begins with _ belongs to WordPress and was left out: ${hidden}`]
      : []),
  ]
}
