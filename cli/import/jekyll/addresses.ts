import type { LooseDate } from '../loose-date'
import { textOf } from '../values'
import type { JekyllConfig } from './config'
import { formerUrls } from './fields'
import { jekyllAddress } from './permalink'
import type { JekyllPost } from './posts'

/** The addresses a post had, the last one first. A draft had none. */
export function addressesOf(post: JekyllPost, date: LooseDate | undefined, config: JekyllConfig): string[] {
  const former = formerUrls(post.data)
  const own = post.isDraft
    ? []
    : [post.kind === 'page' ? pageAddress(post, config) : postAddress(post, date, config)]
  return [...own, ...former.flatMap(asPath)].map((path) => config.baseurl + path)
}

function postAddress(post: JekyllPost, date: LooseDate | undefined, config: JekyllConfig): string {
  const { all, name, categories } = post
  return jekyllAddress(textOf(all.permalink) ?? config.permalink, {
    ...{ basename: name, slug: textOf(all.slug), categories, at: date?.at ?? '1970-01-01T00:00:00+00:00' },
  })
}

function pageAddress({ all, path, name }: JekyllPost, { source, permalink }: JekyllConfig): string {
  const written = textOf(all.permalink)
  if (written) return `/${written.replace(/^\/+/, '')}`
  const folder = path.slice(source.length).replace(/[^/]*$/, '')
  return `/${folder}${name}${permalink.endsWith('/') ? '/' : '.html'}`
}

/** Plugins also take whole addresses, and some sites wrote them without a slash. */
function asPath(written: string): string[] {
  const path = /^https?:/.test(written) && URL.canParse(written) ? new URL(written).pathname : written
  const clean = `/${path.replace(/^\/+/, '').replace(/[?#].*$/, '')}`
    .replaceAll("'", '%27')
    .replace(/ /g, '%20')
  return clean === '/' ? [] : [clean]
}
