import { z } from 'zod'
import { list, missing, moment, oneOf, text } from '@/lib/content/fields'
import { type Remark, readKeys, type Vocabulary } from '@/lib/content/key-names'
import type { FileBytes, Reading } from '@/lib/content/parse-result'
import { byPlace, hasErrors, type Problem } from '@/lib/content/problem'
import { problemsAt, remarksOf } from '@/lib/content/schema-errors'
import { authorId, knownSlug } from '@/lib/content/slug'
import { readText } from '@/lib/content/source-text'
import { term } from '@/lib/content/term'
import { readMapping } from '@/lib/content/yaml-mapping'
import type { PlaceOf } from '@/lib/content/yaml-position'
import { nearest } from '@/lib/text'

/** The file of the front page, at the root beside posts/. docs/front.md tells what may stand in it. */
export const frontFile = 'front.yml'

/** The arrangements of a container, each with the number of stories it is made for. */
export const layouts = { lead: 5, feature: 4, columns: 3, mirror: 4, headlines: 4 } as const
export type Layout = keyof typeof layouts
const layoutNames = ['lead', 'feature', 'columns', 'mirror', 'headlines'] as const

const kinds = ['category', 'tag', 'author'] as const
export type Fill = { by: 'latest' } | { by: (typeof kinds)[number]; slug: string; written: string }

/** `latest`, or one of category, tag and author with its name. */
const fill = z.unknown().transform((value, context): Fill => {
  if (value === 'latest') return { by: 'latest' }
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const [key = '', name] = entries[0] ?? []
  const by = kinds.find((kind) => kind === key)
  const read = by === 'author' ? authorId.safeParse(name) : term.safeParse(name)
  if (by && entries.length === 1 && read.success) {
    return {
      by,
      slug: typeof read.data === 'string' ? read.data : read.data.slug,
      written: String(name).slice(0, 80),
    }
  }
  const meant = entries.length === 1 && !by && nearest(key, kinds)
  const remedy = meant ? `Did you mean "${meant}"?` : 'Write latest, or one of category, tag and author.'
  context.issues.push({
    code: 'custom',
    message: `Nothing can be filled in by this. ${remedy}`,
    input: value,
  })
  return z.NEVER
})

const container = z
  .object(
    {
      /** The heading. The lead has none. */
      title: text(80).optional(),
      description: text(200).optional(),
      layout: oneOf(layoutNames),
      /** Slugs of stories, in their order. */
      picks: list(knownSlug, 24),
      fill: fill.optional(),
      limit: z.int('Write a whole number.').min(1, 'Write 1 to 24.').max(24, 'Write 1 to 24.').optional(),
    },
    'Write title, layout, and picks or fill.',
  )
  .superRefine(({ title, layout, picks, fill }, context) => {
    const say = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (!title && layout !== 'lead') say(['title'], missing)
    if (picks.length === 0 && !fill) say([], 'There is nothing to show. Write picks, or fill, or both.')
  })
  .transform(({ limit, ...rest }) => ({ ...rest, limit: limit ?? layouts[rest.layout] }))

/** A time of day is asked for because a bare day ends when it begins, which nobody means. */
const until = z
  .unknown()
  .refine(
    (value) => typeof value !== 'string' || value === '' || /\d:\d\d/.test(value),
    'Write the time, too: 2026-03-16 18:00.',
  )
  .pipe(moment)

const breaking = z.object(
  {
    text: text(160),
    /** The slug of the story it is about; the line is a link once that is public. */
    story: knownSlug.optional(),
    until,
  },
  'Write text and until.',
)

export const frontSchema = z.object({ breaking: breaking.optional(), containers: list(container, 20) })

export type Front = z.infer<typeof frontSchema>
export type Container = Front['containers'][number]

const frontKeys: Vocabulary = {
  keys: ['breaking', 'containers'],
  inside: {
    breaking: ['text', 'story', 'until'],
    containers: ['title', 'description', 'layout', 'picks', 'fill', 'limit'],
  },
}

// As for front matter: the parser takes long for what nobody writes.
const maxBytes = 16 * 1024

/** The file as a Front, or what keeps it from being one; with the places of its values for checks to come. Never throws. */
export function readFront({ path, bytes }: FileBytes): Reading<Front> & { place: PlaceOf } {
  const nowhere: PlaceOf = () => ({ line: 1, column: 1 })
  if (bytes.length > maxBytes) {
    const message = 'The file has more than 16 KB. Take containers out.'
    return { place: nowhere, problems: [{ file: path, severity: 'error', rule: 'front', message }] }
  }
  const { value: source, problems } = readText({ path, bytes })
  if (source === undefined) return { place: nowhere, problems }
  const { data, place, problems: inYaml } = readMapping(source)
  const found = inYaml.map((problem): Problem => ({ ...problem, file: path, rule: 'front' }))
  if (hasErrors(found)) return { place, problems: found }
  const { values, written, remarks } = readKeys(data, frontKeys)
  const parsed = frontSchema.safeParse(values)
  const onValues = parsed.success
    ? remarksOnFront(parsed.data)
    : remarksOf(parsed.error, { written, rules: { breaking: 'front', containers: 'front' }, examples: {} })
  const all = [...found, ...problemsAt(path, [...remarks, ...onValues], place)].sort(byPlace)
  return hasErrors(all) ? { place, problems: all } : { value: parsed.data, place, problems: all }
}

/** What concerns two containers, or two keys of one. */
function remarksOnFront({ containers }: Front): Remark[] {
  const remarks: Remark[] = []
  const say = (path: PropertyKey[], severity: Remark['severity'], message: string) =>
    remarks.push({ path: ['containers', ...path], severity, rule: 'front', message })
  const seen = new Set<string>()
  for (const [at, { layout, title, picks, limit }] of containers.entries()) {
    if (layout === 'lead' && at > 0)
      say([at, 'layout'], 'error', 'Only the first container can be the lead. Choose another layout.')
    if (layout === 'lead' && title)
      say([at, 'title'], 'note', 'The lead has no heading, so this is not shown.')
    if (picks.length > limit)
      say([at, 'picks'], 'note', `The first ${limit} that are public are shown here. The others stand by.`)
    for (const [index, slug] of picks.entries()) {
      if (seen.has(slug))
        say(
          [at, 'picks', index],
          'warning',
          `"${slug}" is picked twice. It is shown in the first place only.`,
        )
      seen.add(slug)
    }
  }
  return remarks
}
