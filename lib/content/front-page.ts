import { z } from 'zod'
import { dateTime, list, missing, oneOf, text } from '@/lib/content/fields'
import { type FieldProblem, type KeyRules, normalizeKeys } from '@/lib/content/key-names'
import type { FileBytes, ParseResult } from '@/lib/content/parse-result'
import { byPosition, hasErrors, type Problem } from '@/lib/content/problem'
import { locateProblems, schemaErrors } from '@/lib/content/schema-errors'
import { authorId, slugReference } from '@/lib/content/slug'
import { decodeText } from '@/lib/content/source-text'
import { term } from '@/lib/content/term'
import { parseYamlMapping } from '@/lib/content/yaml-mapping'
import type { PositionOf } from '@/lib/content/yaml-position'
import { closestMatch } from '@/lib/text'

/** The file of the front page, at the root beside posts/. docs/front.md tells what may stand in it. */
export const frontPageFile = 'front.yml'

/** The arrangements of a container, each with the number of stories it is made for. */
export const containerLayouts = { lead: 5, feature: 4, columns: 3, mirror: 4, headlines: 4 } as const
export type ContainerLayout = keyof typeof containerLayouts
const layoutNames = ['lead', 'feature', 'columns', 'mirror', 'headlines'] as const

const fillKinds = ['category', 'tag', 'author'] as const
export type Fill = { by: 'latest' } | { by: (typeof fillKinds)[number]; slug: string; written: string }

/** `latest`, or one of category, tag and author with its name. */
const fill = z.unknown().transform((value, context): Fill => {
  if (value === 'latest') return { by: 'latest' }
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const [key = '', name] = entries[0] ?? []
  const by = fillKinds.find((kind) => kind === key)
  const read = by === 'author' ? authorId.safeParse(name) : term.safeParse(name)
  if (by && entries.length === 1 && read.success) {
    return {
      by,
      slug: typeof read.data === 'string' ? read.data : read.data.slug,
      written: String(name).slice(0, 80),
    }
  }
  const meant = entries.length === 1 && !by && closestMatch(key, fillKinds)
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
      picks: list(slugReference, 24),
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
  .transform(({ limit, ...rest }) => ({ ...rest, limit: limit ?? containerLayouts[rest.layout] }))

/** A time of day is asked for because a bare day ends when it begins, which nobody means. */
const until = z
  .unknown()
  .refine(
    (value) => typeof value !== 'string' || value === '' || /\d:\d\d/.test(value),
    'Write the time, too: 2026-03-16 18:00.',
  )
  .pipe(dateTime)

const breaking = z.object(
  {
    text: text(160),
    /** The slug of the story it is about; the line is a link once that is public. */
    story: slugReference.optional(),
    until,
  },
  'Write text and until.',
)

export const frontPageSchema = z.object({ breaking: breaking.optional(), containers: list(container, 20) })

export type FrontPage = z.infer<typeof frontPageSchema>
export type Container = FrontPage['containers'][number]

const frontKeys: KeyRules = {
  keys: ['breaking', 'containers'],
  nested: {
    breaking: ['text', 'story', 'until'],
    containers: ['title', 'description', 'layout', 'picks', 'fill', 'limit'],
  },
}

// As for front matter: the parser takes long for what nobody writes.
const maxBytes = 16 * 1024

/** The file as a Front, or what keeps it from being one; with the places of its values for checks to come. Never throws. */
export function parseFrontPage({ path, bytes }: FileBytes): ParseResult<FrontPage> & { place: PositionOf } {
  const nowhere: PositionOf = () => ({ line: 1, column: 1 })
  if (bytes.length > maxBytes) {
    const message = 'The file has more than 16 KB. Take containers out.'
    return { place: nowhere, problems: [{ file: path, severity: 'error', rule: 'front', message }] }
  }
  const { value: source, problems } = decodeText({ path, bytes })
  if (source === undefined) return { place: nowhere, problems }
  const { data, positionOf: place, problems: inYaml } = parseYamlMapping(source)
  const found = inYaml.map((problem): Problem => ({ ...problem, file: path, rule: 'front' }))
  if (hasErrors(found)) return { place, problems: found }
  const { values, written, problems: remarks } = normalizeKeys(data, frontKeys)
  const parsed = frontPageSchema.safeParse(values)
  const onValues = parsed.success
    ? checkContainers(parsed.data)
    : schemaErrors(parsed.error, { written, rules: { breaking: 'front', containers: 'front' }, examples: {} })
  const all = [...found, ...locateProblems(path, [...remarks, ...onValues], place)].sort(byPosition)
  return hasErrors(all) ? { place, problems: all } : { value: parsed.data, place, problems: all }
}

/** What concerns two containers, or two keys of one. */
function checkContainers({ containers }: FrontPage): FieldProblem[] {
  const remarks: FieldProblem[] = []
  const say = (path: PropertyKey[], severity: FieldProblem['severity'], message: string) =>
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
