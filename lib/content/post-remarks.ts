import { flag, isGiven, plain } from '@/lib/content/fields'
import { whyNeeded } from '@/lib/content/gone'
import type { Remark } from '@/lib/content/keys'
import { nearest } from '@/lib/text'
import { reservedSlugs } from '@/lib/urls'

/** `post` or `page`. Jekyll themes have many more layouts; all of them are stories here, and a note says so. */
export function layoutOf(value: unknown): { layout: 'post' | 'page'; remarks: Remark[] } {
  const written = plain(value ?? 'post').toLowerCase()
  if (written === 'post' || written === 'page') return { layout: written, remarks: [] }
  const at = { path: ['layout'], rule: 'layout' }
  const shown = `"${written.slice(0, 40)}" is no layout here`
  const meant = nearest(written, ['post', 'page'])
  const remark: Remark = meant
    ? { ...at, severity: 'warning', message: `${shown}, so this is a post. Did you mean "${meant}"?` }
    : { ...at, severity: 'note', message: `${shown}, so this is a post.` }
  return { layout: 'post', remarks: [remark] }
}

/** Jekyll's `published: false` is a draft. Anything that is not true or false must not publish by accident. */
export function draftOf(draft: unknown, published: unknown): { draft: unknown; remarks: Remark[] } {
  if (published === undefined) return { draft, remarks: [] }
  const { success, data } = flag.safeParse(published)
  const message = 'Write true or false. The day of publication goes into "date".'
  const wrong: Remark = { path: ['published'], severity: 'error', rule: 'published', message }
  return { draft: data === false ? true : draft, remarks: success ? [] : [wrong] }
}

/** Keys without a value do not count elsewhere. Of this one the author would think that the story is no longer to be seen. */
export function emptyGone(data: Record<string, unknown>): Remark[] {
  if (!Object.hasOwn(data, 'gone') || isGiven(data.gone)) return []
  return [{ path: ['gone'], severity: 'error', rule: 'gone', message: whyNeeded }]
}

type Facts = {
  layout: 'post' | 'page'
  slug: string
  authors: string[]
  aliases: string[]
  related: string[]
  published: string
  updated?: string
  body: string
  gone?: string
}
type Say = Omit<Remark, 'path'>

/** What the schema cannot see because it concerns two keys, or a key and the body. Paths are our names for keys. */
export function remarksOnPost(post: Facts): Remark[] {
  const own = `/${post.slug}`
  return [
    ...remark('authors', post.layout === 'post' && post.authors.length === 0 && noAuthor),
    ...remark('body', post.body.trim() === '' && !post.gone && emptyBody),
    ...remark(
      'updated',
      post.updated !== undefined && Date.parse(post.updated) < Date.parse(post.published) && early,
    ),
    ...remark('aliases', post.aliases.includes(own) && ownAlias(own)),
    ...remark('related', post.related.includes(post.slug) && ownRelated),
    ...post.aliases.flatMap((alias) => remark('aliases', isOfTheSite(alias) && siteAlias(alias))),
  ]
}

const remark = (key: string, said: Say | false): Remark[] => (said ? [{ path: [key], ...said }] : [])

const noAuthor: Say = {
  severity: 'error',
  rule: 'author',
  message: 'There is no author. Write "author: …" with the name of a file in authors/.',
}
const emptyBody: Say = {
  severity: 'warning',
  rule: 'body',
  message: 'There is no text below the front matter.',
}
const early: Say = { severity: 'warning', rule: 'date', message: 'This is before the date of publication.' }
const ownRelated: Say = {
  severity: 'warning',
  rule: 'related',
  message: 'The post is related to itself. Leave it out.',
}
const ownAlias = (path: string): Say => ({
  severity: 'note',
  rule: 'alias',
  message: `${path} is the address of this post, not an old one. Leave it out.`,
})
const siteAlias = (path: string): Say => ({
  severity: 'error',
  rule: 'alias',
  message: `${path} belongs to pages of the site itself, so it never leads here. Leave it out.`,
})

function isOfTheSite(path: string): boolean {
  const [, first = ''] = path.split('/')
  return /^(\.well-known|_next)$/.test(first) || reservedSlugs.has(first.replace(/\.[^.]*$/, ''))
}
