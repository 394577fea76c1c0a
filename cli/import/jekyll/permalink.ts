import { styled } from './config'

/** What an address is made of. `at` is the date in the zone of the old site, as ISO 8601. */
export type AddressFacts = {
  /** Without the date and the ending. */
  basename: string
  slug?: string
  categories: string[]
  at: string
  collection?: string
  path?: string
}

/** The address Jekyll gave to a post or to a file of another collection: its path, with a leading slash. */
export function jekyllAddress(template: string, facts: AddressFacts): string {
  const values = placeholders(facts)
  const path = styled(template).replace(/:([a-z_]+)/g, (all, name: string) => longest(values, name) ?? all)
  const clean = `/${path}`.replace(/\/\.{1,2}(?=\/|$)/g, '/').replace(/\/{2,}/g, '/')
  return clean
}

/** `:titlex` is `:title` and an x, as in Jekyll, where names are replaced one after the other. */
function longest(values: Record<string, string>, name: string): string | undefined {
  for (let end = name.length; end > 0; end--) {
    const known = Object.hasOwn(values, name.slice(0, end)) ? values[name.slice(0, end)] : undefined
    if (known !== undefined) return escaped(known) + name.slice(end)
  }
  return undefined
}

function placeholders(facts: AddressFacts): Record<string, string> {
  const { basename, slug, categories, at } = facts
  const [year = '', month = '', day = ''] = at.slice(0, 10).split('-')
  const [hour = '', minute = '', second = ''] = at.slice(11, 19).split(':')
  const date = new Date(`${at.slice(0, 10)}T00:00:00Z`)
  const firstDay = Date.UTC(date.getUTCFullYear(), 0, 1)
  const { week, weekYear } = isoWeek(date)
  return {
    ...{ title: slugOf(slug ?? basename, pretty), slug: slugOf(slug ?? basename, letters).toLowerCase() },
    ...{ categories: [...new Set(categories.map((one) => one.toLowerCase()))].join('/') },
    slugified_categories: [...new Set(categories.map((one) => slugOf(one, letters).toLowerCase()))].join('/'),
    ...{ year, month, day, hour, minute, second, short_year: year.slice(2), output_ext: '.html' },
    ...{ i_month: String(Number(month)), i_day: String(Number(day)) },
    ...{ short_month: names.short.month.format(date), long_month: names.long.month.format(date) },
    ...{ short_day: names.short.day.format(date), long_day: names.long.day.format(date) },
    y_day: String((Number(date) - firstDay) / 86_400_000 + 1).padStart(3, '0'),
    ...{
      week: String(week).padStart(2, '0'),
      w_year: String(weekYear),
      w_day: String(date.getUTCDay() || 7),
    },
    ...{
      collection: facts.collection ?? 'posts',
      path: facts.path ?? basename,
      name: slugOf(basename, letters),
    },
    basename,
  }
}

const english = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options })
const names = {
  short: { month: english({ month: 'short' }), day: english({ weekday: 'short' }) },
  long: { month: english({ month: 'long' }), day: english({ weekday: 'long' }) },
}

/** Jekyll's "pretty" slugs keep these signs and the case. */
const pretty = /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu
const letters = /[^\p{M}\p{L}\p{Nd}]+/gu
const slugOf = (text: string, other: RegExp) => text.replace(other, '-').replace(/^-|-$/g, '')

/** As in an address: `'` too, which is not allowed in the aliases of a post. */
const escaped = (value: string) =>
  encodeURI(value).replace(/[?#']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

/** ISO 8601: the week of a day is the one its Thursday lies in. */
function isoWeek(date: Date): { week: number; weekYear: number } {
  const thursday = new Date(Number(date) + (4 - (date.getUTCDay() || 7)) * 86_400_000)
  const weekYear = thursday.getUTCFullYear()
  return { week: Math.ceil(((Number(thursday) - Date.UTC(weekYear, 0, 1)) / 86_400_000 + 1) / 7), weekYear }
}
