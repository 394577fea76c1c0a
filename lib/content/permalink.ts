import type { Summary } from '@/lib/content/summary'
import { closestMatch, slugify } from '@/lib/text'
import { reservedSlugs } from '@/lib/urls'

/** What a pattern may hold, under Jekyll's names, and what an old address has in its place. */
const placeholders: Record<string, string> = {
  year: '(?<year>\\d{4})',
  month: '(?<month>\\d{2})',
  day: '(?<day>\\d{2})',
  i_month: '(?<month>\\d{1,2})',
  i_day: '(?<day>\\d{1,2})',
  title: '(?<slug>[^/]{1,200}?)',
  slug: '(?<slug>[^/]{1,200}?)',
  output_ext: '(?:\\.html)?',
}
// A segment of its own: none, or several.
const categories = '(?<categories>(?:/[^/]{1,200}){0,5}?)'

const compiled = new Map<string, RegExp | undefined>()

/** What an old address says of its post, if it is one of that pattern: `/:year/:month/:day/:title.html`. */
export function matchPermalink(pattern: string, path: string) {
  if (!compiled.has(pattern)) compiled.set(pattern, permalinkError(pattern) ? undefined : compile(pattern))
  const { slug, ...said } = compiled.get(pattern)?.exec(path)?.groups ?? {}
  return slug === undefined ? undefined : { ...said, slug: slugify(decoded(slug)) }
}
export type PermalinkMatch = NonNullable<ReturnType<typeof matchPermalink>>

/** Whether the post was published on the day that the address names, and is in the categories it names. */
export function isPermalinkOf(post: Pick<Summary, 'published' | 'categories'>, said: Record<string, string>) {
  // Dates carry the publication's offset, so these are its own year, month and day.
  const [year, month, day] = post.published.slice(0, 10).split('-').map(Number)
  const named = (said.categories ?? '')
    .split('/')
    .filter(Boolean)
    .map((name) => slugify(decoded(name)))
  const same = (text: string | undefined, number: number | undefined) =>
    text === undefined || Number(text) === number
  return (
    same(said.year, year) &&
    same(said.month, month) &&
    same(said.day, day) &&
    named.every((slug) => post.categories.some((category) => category.slug === slug))
  )
}

/** What is wrong with a pattern of site.config.ts. */
export function permalinkError(pattern: string): string | undefined {
  if (!pattern.startsWith('/')) return `"${pattern}" must begin with a slash.`
  const names = [...pattern.matchAll(/:([a-z_]+)/g)].map(([, name = '']) => name)
  const known = [...Object.keys(placeholders), 'categories']
  const wrong = names.find((name) => !known.includes(name))
  if (wrong) {
    const meant = closestMatch(wrong, known)
    return `":${wrong}" has no meaning. ${meant ? `Did you mean ":${meant}"?` : `Write :${known.join(', :')}.`}`
  }
  const groups = names.map((name) => /<(\w+)>/.exec(placeholders[name] ?? '')?.[1] ?? name)
  const twice = groups.find((name, index) => groups.indexOf(name) < index)
  if (twice) return `"${pattern}" names the ${twice} twice.`
  if (!groups.includes('slug')) return `"${pattern}" does not say which post is meant. Put :title into it.`
  if (/[^/]:categories|:categories[^/]/.test(pattern)) return '":categories" must stand between two slashes.'
  const [, first = ''] = pattern.split('/')
  if (reservedSlugs.has(first)) return `"${pattern}" belongs to pages of the site itself.`
}

function compile(pattern: string): RegExp {
  const segments = pattern.replace(/\/+$/, '').split('/').slice(1)
  const written = segments.map((segment) =>
    segment === ':categories'
      ? categories
      : `/${segment.replace(/:([a-z_]+)|[^\w-]/g, (found, name) => (name ? (placeholders[name] ?? '') : `\\${found}`))}`,
  )
  return new RegExp(`^${written.join('')}$`)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
