import { postSchema } from '@/lib/content/post'
import { canonicalPath, reservedSlugs } from '@/lib/urls'
import { isRecord, listOf } from './values'

type Key = keyof typeof postSchema.shape
type CheckedFrontMatter = {
  frontMatter: Record<string, unknown>
  kept: Record<string, unknown>
  remarks: { key: string; message: string }[]
}

/** In the order in which a person would write them. */
const order: Key[] = [
  ...([
    'layout',
    'title',
    'seoTitle',
    'socialTitle',
    'description',
    'authors',
    'contributors',
    'categories',
  ] as const),
  ...([
    'tags',
    'published',
    'updated',
    'draft',
    'featured',
    'image',
    'kicker',
    'dateline',
    'type',
    'series',
    'related',
  ] as const),
  ...(['canonical', 'lang', 'toc', 'keyPoints', 'sources', 'corrections', 'aliases'] as const),
]
const lists = new Set<Key>(['authors', 'categories', 'tags', 'aliases', 'related'])

/**
 * Front matter that the wall lets pass: each value is shown to the schema, and one it refuses is kept aside with the
 * schema's own words.
 */
export function checkFrontMatter(fields: Record<string, unknown>): CheckedFrontMatter {
  const checked: CheckedFrontMatter = { frontMatter: {}, kept: {}, remarks: [] }
  for (const key of order) {
    // Its name in a file is `date`, and it has been read by then.
    if (key === 'published') {
      if (fields.date !== undefined) checked.frontMatter.date = fields.date
      continue
    }
    const value = lists.has(key) ? listOf(fields[key]) : fields[key]
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue
    if (lists.has(key) && Array.isArray(value)) checkEach(key, value, checked)
    else checkOne(key, value, checked)
  }
  return checked
}

function checkOne(key: Key, value: unknown, { frontMatter: head, kept, remarks }: CheckedFrontMatter) {
  const fault = faultOf(key, value)
  if (fault) {
    kept[key] = value
    remarks.push({ key, message: fault })
  } else if (value !== false && !(key === 'layout' && value === 'post')) head[key] = value
}

function checkEach(key: Key, values: unknown[], { frontMatter: head, kept, remarks }: CheckedFrontMatter) {
  const good = values.filter((value) => {
    const fault = faultOf(key, [value])
    if (fault) remarks.push({ key, message: fault })
    return !fault
  })
  const bad = values.filter((value) => !good.includes(value))
  if (bad.length > 0) kept[key] = bad
  const [only] = good
  if (key === 'authors' && good.length === 1) head.author = only
  else if (good.length > 0) head[key] = good
}

function faultOf(key: Key, value: unknown): string | undefined {
  const { success, error } = postSchema.shape[key].safeParse(value)
  return success
    ? undefined
    : `${isRecord(value) ? '' : `${JSON.stringify(value)}: `}${error.issues[0]?.message ?? ''}`
}

/** Whether an old path can be an alias: not one of the site's own, and short enough. */
export function canBeAlias(path: string): boolean {
  const [, first = ''] = canonicalPath(path).split('/')
  return (
    path !== '/' &&
    !reservedSlugs.has(first.replace(/\.[^.]*$/, '')) &&
    faultOf('aliases', [path]) === undefined
  )
}
